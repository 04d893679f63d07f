import { processDefinitionSchema, type ProcessDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { findNode } from "../model/elements.ts";
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

  it("hands one variable over as item, declared with its type", () => {
    const { made: child, edit, handedOver } = made(withVariables(true), ["mail"]);

    expect(handedOver).toBe("file");
    expect(child.variables).toEqual([{ key: "item", name: both("File"), type: "text" }]);
    expect(JSON.stringify(findNode(child, "mail"))).toContain("vars.item");
    expect(findNode(edit(withVariables(true)).definition, "partOfIt")).toMatchObject({ each: "[vars.file]" });
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

  it("is refused when what it sets is asked outside", () => {
    const answer = extract(withVariables(true), asked(["print"]));

    expect(answer).toEqual({ refused: [{ why: "handsBack", steps: [], variables: ["file"] }] });
    expect(extract(withVariables(false), asked(["print"]))).toHaveProperty("extraction");
  });
});
