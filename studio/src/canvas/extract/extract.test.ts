import { processDefinitionSchema, type ProcessDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { findNode, isStep } from "../model/elements.ts";
import { extract, type Extraction } from "./extract.ts";

const both = (text: string) => ({ en: text, zh: `${text}（中）` });
const asked = (ids: readonly string[]) => ({
  ids,
  key: "partOfIt",
  name: both("Part of it"),
  words: { start: both("Started"), open: both("At work"), done: both("Done") },
});
const made = (definition: ProcessDefinition, ids: readonly string[]): Extraction => {
  const answer = extract(definition, asked(ids));
  if (!("extraction" in answer)) throw new Error(JSON.stringify(answer.refused));
  return answer.extraction;
};
const wires = ({ edges }: ProcessDefinition): string[] =>
  edges.map(({ from, to, on }) => `${from}>${to}${on.kind === "outcome" ? ` ${on.outcome}` : ""}`);

const withVariables = (asksOutside: boolean): ProcessDefinition => {
  const quote = aQuoteProcess();
  return processDefinitionSchema.parse({
    ...quote,
    variables: [
      { key: "file", name: both("File"), type: "text" },
      { key: "level", name: both("Level"), type: "text" },
    ],
    nodes: quote.nodes.map((node) => {
      if (node.id === "print" && node.kind === "action") return { ...node, outputs: { file: "file" } };
      if (node.id === "mail" && node.kind === "action")
        return { ...node, inputs: { ...node.inputs, file: { expression: asksOutside ? "vars.file" : "'x'" } } };
      return node;
    }),
  });
};

describe("a selection as a sub-process", () => {
  it("with one way out: the steps move, the call stands in their place", () => {
    const {
      made: child,
      edit,
      waysOut,
    } = made(
      aQuoteProcess(),
      ["split", "print", "tell", "both"]
        .slice(0, 3)
        .concat("both")
        .filter((id) => id !== "both"),
    );

    expect(waysOut.map(({ to, outcome }) => `${to} ${outcome}`)).toEqual(["both both"]);
    expect(wires(child)).toEqual(["split>print", "split>tell", "print>end-both", "tell>end-both", "start>open"]);
    expect(findNode(child, "open")).toMatchObject({ entry: "split" });
    const { definition, select } = edit(aQuoteProcess());
    expect(select).toEqual(["partOfIt"]);
    expect(findNode(definition, "ready")).toMatchObject({ entry: "partOfIt" });
    expect(findNode(definition, "print")).toBeNull();
    expect(wires(definition)).toContain("partOfIt>both");
    expect(processDefinitionSchema.safeParse(definition).success).toBe(true);
  });

  it("with several ways out: each is an outcome, and a move to the first step leads to the call", () => {
    const { made: child, edit } = made(aQuoteProcess(), ["discount", "manager", "managerAndFinance"]);
    const { definition } = edit(aQuoteProcess());

    expect(wires(child)).toContain("manager>end-approved approved");
    expect(wires(child)).toContain("manager>end-draft rejected");
    expect(wires(definition)).toEqual(expect.arrayContaining(["partOfIt>ready approved", "partOfIt>draft draft"]));
    expect(child.nodes.filter(({ kind }) => kind === "end").map((node) => "outcome" in node && node.outcome)).toEqual([
      "approved",
      "draft",
    ]);
  });

  it("keeps how often a wire may be taken back, on the wire out of the call", () => {
    const { edit } = made(aQuoteProcess(), ["remind"]);
    const { definition } = edit(aQuoteProcess());

    expect(definition.edges.find(({ from }) => from === "partOfIt")).toMatchObject({ to: "answer", maxVisits: 3 });
  });

  it("hands over what is asked and may be set before, under its name, and leaves the wires as they are", () => {
    const { made: child, edit, handedOver, broughtBack } = made(withVariables(true), ["mail"]);

    expect([handedOver, broughtBack]).toEqual([["file"], []]);
    expect(child.variables).toEqual([{ key: "file", name: both("File"), type: "text" }]);
    expect(JSON.stringify(findNode(child, "mail"))).toContain("vars.file");
    expect(findNode(edit(withVariables(true)).definition, "partOfIt")).toMatchObject({
      handOver: { file: "file" },
      bringBack: {},
    });
  });

  it("brings back what is set and asked afterwards", () => {
    const { edit, handedOver, broughtBack } = made(withVariables(true), ["split", "print", "tell"]);

    expect([handedOver, broughtBack]).toEqual([[], ["file"]]);
    expect(findNode(edit(withVariables(true)).definition, "partOfIt")).toMatchObject({ bringBack: { file: "file" } });
    expect(made(withVariables(false), ["split", "print", "tell"]).broughtBack).toEqual([]);
  });

  it("says which control points speak of the steps", () => {
    const controls: ProcessDefinition["controls"] = [
      { id: "once", must: "atMostOnce", point: { at: "step", step: "mail" } },
      { id: "stage", must: "atMostOnce", point: { at: "stage", stage: "sent" } },
    ];

    expect(made({ ...aQuoteProcess(), controls }, ["mail"]).controls.map(({ id }) => id)).toEqual(["once"]);
  });

  it.each([
    { name: "a step of it", at: "mail" },
    { name: "what it leads to", at: "both" },
  ])("is refused where a setting does not fit: of $name", ({ at }) => {
    const quote = aQuoteProcess();
    const name = { en: "x".repeat(401), zh: "" };
    const long = { ...quote, nodes: quote.nodes.map((node) => (node.id === at ? { ...node, name } : node)) };

    expect(extract(long, asked(at === "mail" ? ["mail"] : ["split", "print", "tell"]))).toEqual({
      refused: [{ why: "unfit", steps: [at] }],
    });
  });

  it.each([
    { name: "steps of two stages", ids: ["write", "discount"], why: ["notOneStage"] },
    { name: "a stage", ids: ["draft"], why: ["notOneStage"] },
    { name: "nothing", ids: [], why: ["notOneStage"] },
    { name: "more than one way in", ids: ["manager", "managerAndFinance"], why: ["severalWaysIn"] },
    { name: "a path that does not lead out", ids: ["call"], why: ["notClosed"] },
    { name: "an end", ids: ["toCash", "done"], why: ["notClosed"] },
    { name: "no way in, and not closed", ids: ["write"], why: ["notClosed"] },
    { name: "the last ones, one way in", ids: ["split", "print", "tell", "both"], why: ["notClosed"] },
  ])("is refused for $name", ({ ids, why }) => {
    const answer = extract(aQuoteProcess(), asked(ids));

    expect("refused" in answer ? answer.refused.map((each) => each.why) : []).toEqual(why);
  });

  /** The quote with settings of its steps changed. */
  const changed = (settings: Readonly<Record<string, object>>): ProcessDefinition => {
    const quote = withVariables(true);
    return processDefinitionSchema.parse({
      ...quote,
      nodes: quote.nodes.map((node) => {
        const setting = settings[node.id] ?? {};
        const { id, name } = node;
        return "kind" in setting && isStep(node)
          ? { id, name, stage: node.stage, ...setting }
          : { ...node, ...setting };
      }),
    });
  };
  const managers = ["discount", "manager", "managerAndFinance"];
  const printing = { kind: "action", block: "pdf", inputs: { quote: { expression: "record.id" } } };

  it.each([
    {
      name: "another way of a split sets what is asked",
      settings: {
        tell: { ...printing, outputs: { file: "file" } },
        print: { outputs: {}, inputs: { quote: { expression: "vars.file" } } },
      },
      ids: ["print"],
      why: ["sharedMeanwhile"],
    },
    {
      name: "another way of a split asks what is set",
      settings: { tell: { ...printing, inputs: { quote: { expression: "vars.file" } } } },
      ids: ["print"],
      why: ["sharedMeanwhile"],
    },
    { name: "nothing beside it asks what is set", settings: {}, ids: ["print"], why: [] },
    {
      name: "the same message is waited for outside",
      settings: {
        sent: { moves: [{ id: "m", name: both("m"), to: "won", trigger: { by: "message", message: "reply" } }] },
        call: { kind: "message", message: "reply" },
      },
      ids: ["call"],
      why: ["notClosed", "waitsAcross"],
    },
    {
      name: "an approval skips who has approved before",
      settings: { manager: { dedup: "once" } },
      ids: managers,
      why: ["looksBack"],
    },
    {
      name: "an approval sends back to what was before",
      settings: { manager: { sendBack: { to: "visited" } } },
      ids: managers,
      why: ["looksBack"],
    },
    {
      name: "an approval sends back to the initiator",
      settings: { manager: { sendBack: { to: "initiator" } } },
      ids: managers,
      why: [],
    },
    {
      name: "the initiator picks who",
      settings: { manager: { who: [{ by: "initiatorPicks" }] } },
      ids: managers,
      why: ["looksBack"],
    },
    {
      name: "it asks for the stage",
      settings: { mail: { inputs: { subject: { expression: "case.stage" } } } },
      ids: ["mail"],
      why: ["asksMoment"],
    },
    {
      name: "it asks for the initiator, who is the same",
      settings: { mail: { inputs: { subject: { expression: "case.initiatorId" } } } },
      ids: ["mail"],
      why: [],
    },
    { name: "it holds the record", settings: { manager: { holdsRecord: true } }, ids: managers, why: ["holdsRecord"] },
    { name: "it can be undone", settings: { print: { compensateWith: "webhook" } }, ids: ["print"], why: ["undone"] },
  ])("$name: refused for $why", ({ settings, ids, why }) => {
    const answer = extract(changed(settings), asked(ids));

    expect("refused" in answer ? answer.refused.map((each) => each.why) : []).toEqual(why);
  });
});
