const MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

/** The namespaces under which files call the same elements: DMN 1.1 to 1.5. */
export const DMN_NAMESPACES: readonly string[] = [
  "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
  "http://www.omg.org/spec/DMN/20180521/MODEL/",
  MODEL,
  "https://www.omg.org/spec/DMN/20211108/MODEL/",
  "https://www.omg.org/spec/DMN/20230324/MODEL/",
];
export const DMN_NAMESPACE = MODEL;

const attribute = (name: string) => ({ name, type: "String", isAttr: true });
const text = { name: "text", type: "Text" };

/** The part of DMN's schema that decision tables need, for the library that reads BPMN files. */
export const dmnPackage = {
  name: "DMN",
  prefix: "dmn",
  uri: MODEL,
  xml: { tagAlias: "lowerCase" },
  associations: [],
  types: [
    { name: "Text", properties: [{ name: "body", type: "String", isBody: true }] },
    {
      name: "Definitions",
      properties: [
        attribute("id"),
        attribute("name"),
        attribute("namespace"),
        { name: "decision", type: "Decision", isMany: true },
        { name: "businessKnowledgeModel", type: "BusinessKnowledgeModel", isMany: true },
        { name: "decisionService", type: "DecisionService", isMany: true },
        { name: "knowledgeSource", type: "KnowledgeSource", isMany: true },
        { name: "itemDefinition", type: "ItemDefinition", isMany: true },
        { name: "import", type: "Import", isMany: true },
      ],
    },
    ...["BusinessKnowledgeModel", "DecisionService", "KnowledgeSource", "ItemDefinition", "Import"].map((name) => ({
      name,
      properties: [attribute("id"), attribute("name")],
    })),
    {
      name: "Decision",
      properties: [
        attribute("id"),
        attribute("name"),
        { name: "informationRequirement", type: "InformationRequirement", isMany: true },
        { name: "decisionTable", type: "DecisionTable" },
      ],
    },
    {
      name: "InformationRequirement",
      properties: [attribute("id"), { name: "requiredDecision", type: "ElementReference" }],
    },
    { name: "ElementReference", properties: [attribute("href")] },
    {
      name: "DecisionTable",
      properties: [
        attribute("id"),
        attribute("hitPolicy"),
        attribute("aggregation"),
        attribute("preferredOrientation"),
        { name: "input", type: "InputClause", isMany: true },
        { name: "output", type: "OutputClause", isMany: true },
        { name: "annotation", type: "Annotation", isMany: true },
        { name: "rule", type: "DecisionRule", isMany: true },
      ],
    },
    {
      name: "InputClause",
      properties: [
        attribute("id"),
        attribute("label"),
        { name: "inputExpression", type: "LiteralExpression" },
        { name: "inputValues", type: "UnaryTests" },
      ],
    },
    {
      name: "OutputClause",
      properties: [
        attribute("id"),
        attribute("label"),
        attribute("name"),
        attribute("typeRef"),
        { name: "outputValues", type: "UnaryTests" },
        { name: "defaultOutputEntry", type: "LiteralExpression" },
      ],
    },
    { name: "Annotation", properties: [attribute("name")] },
    { name: "AnnotationEntry", properties: [text] },
    {
      name: "DecisionRule",
      properties: [
        attribute("id"),
        { name: "description", type: "Text" },
        { name: "inputEntry", type: "UnaryTests", isMany: true },
        { name: "outputEntry", type: "LiteralExpression", isMany: true },
        { name: "annotationEntry", type: "AnnotationEntry", isMany: true },
      ],
    },
    { name: "UnaryTests", properties: [attribute("id"), attribute("expressionLanguage"), text] },
    {
      name: "LiteralExpression",
      properties: [attribute("id"), attribute("typeRef"), attribute("expressionLanguage"), text],
    },
  ],
};
