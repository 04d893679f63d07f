import { recordSchemas } from "@sluice/domain";
import { processDefinitionSchema } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { copyElements } from "../model/clip.ts";
import { movesLost, pasteClip } from "../model/pasteClip.ts";
import { type Catalogue, emptyCatalogue } from "../sayings/catalogue.ts";
import { unresolved } from "./unresolved.ts";

const named = (...keys: readonly string[]) => keys.map((key) => ({ key, label: key }));
const firm: Catalogue = {
  ...emptyCatalogue,
  roles: named("salesManager", "finance", "costEngineer"),
  names: new Map(),
  people: [{ id: "00000000-0000-4000-8000-000000000001", name: "Ann" }],
  processes: named("costSignOff", "order"),
  blocks: ["pdf", "mail", "createRecord"].map((key) => ({ key, label: key, inputs: [], outputs: [] })),
  rules: named("quote.costSigned"),
  schema: recordSchemas.quote,
};
const other: Catalogue = {
  ...firm,
  roles: named("rep"),
  processes: named("visit"),
  blocks: [],
  rules: named("other"),
  schema: recordSchemas.customer,
};
const ids = aQuoteProcess().nodes.map(({ id }) => id);
const found = (catalogue: Catalogue, of = aQuoteProcess(), which = ids) =>
  unresolved(of, which, catalogue).map(({ element, kind, name }) => `${element}: ${kind} ${name}`);

describe("references of a process", () => {
  it("are all there in the firm that it was made for", () => {
    expect(found(firm)).toEqual([]);
  });

  it("are told node by node where they are not", () => {
    expect(found(other)).toEqual([
      "costed: rule quote.costSigned",
      "costed: role finance",
      "costed: process costSignOff",
      "manager: role salesManager",
      "managerAndFinance: role salesManager",
      "managerAndFinance: role finance",
      "tell: role costEngineer",
      "sent: field validUntil",
      "mail: field contact",
      "toCash: process order",
      "e3: field effectiveDiscount",
      "e4: field effectiveDiscount",
    ]);
  });

  it("are not told as long as nothing is known of the firm", () => {
    expect(found(emptyCatalogue)).toEqual([]);
  });

  it("are those of the given nodes only", () => {
    expect(found(other, aQuoteProcess(), ["tell"])).toEqual(["tell: role costEngineer"]);
  });
});

describe("what is pasted into another process", () => {
  const quote = aQuoteProcess();
  const withVariable = processDefinitionSchema.parse({
    ...quote,
    variables: [{ key: "file", name: { en: "File", zh: "文件" }, type: "text" }],
    nodes: quote.nodes.map((node) => (node.id === "print" ? { ...node, outputs: { file: "file" } } : node)),
  });
  const empty = { ...quote, nodes: quote.nodes.filter(({ id }) => id === "draft"), edges: [] };

  it("brings the variables that it names, under their own keys", () => {
    const { definition, select = [] } = pasteClip(copyElements(withVariable, ["print", "tell"]))(empty);

    expect(definition.variables.map(({ key }) => key)).toEqual(["file"]);
    expect(found(firm, definition, [...select])).toEqual([]);
  });

  it("does not bring a variable twice, nor one that nothing names", () => {
    const clip = copyElements(withVariable, ["print"]);

    expect(pasteClip(clip)(withVariable).definition.variables).toBe(withVariable.variables);
    expect(pasteClip(copyElements(withVariable, ["tell"]))(empty).definition.variables).toEqual([]);
  });

  it("says which moves lead to what is not here", () => {
    const clip = copyElements(quote, ["sent"]);
    const { definition, select = [] } = pasteClip(clip)(empty);
    const pastedStage = select[0] ?? "";

    expect(movesLost(clip, empty, select).map(({ stage, name }) => `${stage === pastedStage} ${name.en}`)).toEqual([
      "true Accepted",
      "true Declined",
      "true Validity over",
    ]);
    expect(movesLost(clip, quote, select)).toEqual([]);
    expect(definition.nodes.find(({ id }) => id === pastedStage)).toMatchObject({ moves: [] });
  });
});
