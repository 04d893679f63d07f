import { type Node, type NodeKind, nodeSchema, nodeSchemas, type ProcessDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { blankNode } from "../model/blankNode.ts";
import { inReadingOrder } from "./inReadingOrder.ts";
import { nodeSentences } from "./nodeSentences.ts";
import { processSentences } from "./processSentences.ts";

const kinds = Object.keys(nodeSchemas) as NodeKind[];
const [en, zh] = [sayingsIn("en"), sayingsIn("zh")];
const name = { en: "It", zh: "它" };
const days = (amount: number, calendar = "working") => ({ amount, unit: "day", calendar });
const blank = (kind: NodeKind): Node => blankNode(kind, { id: "it", name, stage: "s", order: 0 });
const told = (kind: NodeKind, settings: object): string[] =>
  nodeSentences(en, nodeSchema.parse({ ...blank(kind), ...settings }));
const textOf = (definition: ProcessDefinition, sayings = en): string =>
  processSentences(sayings, definition)
    .chapters.flatMap(({ says, steps, moves }) => [...says, ...[...steps, ...moves].flatMap((each) => each.says)])
    .map(({ text }) => text)
    .join("\n");

describe("a kind in sentences", () => {
  it.each(kinds)("%s says itself in both languages, without a word left to fill in", (kind) => {
    const [english, chinese] = [nodeSentences(en, blank(kind)), nodeSentences(zh, blank(kind))];

    expect(english.length).toBeGreaterThan(0);
    expect(chinese).toHaveLength(english.length);
    expect(english.filter((text) => !/^[A-Z“].*\.$/.test(text) || /\{\{|sentences\./.test(text))).toEqual([]);
    expect(chinese.filter((text) => !/\p{Script=Han}.*。$/u.test(text) || /\{\{|sentences\./.test(text))).toEqual([]);
  });

  it.each([
    {
      name: "a task: who, by when, what is filled in, what it comes to, what happens when it is late",
      kind: "task" as const,
      settings: {
        who: [{ by: "owner" }, { by: "manager", level: 2, of: "owner" }],
        sla: { due: days(2), ladder: [{ after: days(1, "elapsed"), action: { do: "remind" } }] },
        form: [
          { path: "title", access: "required" },
          { path: "validUntil", access: "edit" },
        ],
        outcomes: [{ key: "yes", name: { en: "Yes", zh: "是" } }],
        comment: "required",
        onEmpty: { do: "refuse" },
      },
      says: [
        "The owner or the manager of the owner at level 2 does this within 2 working days.",
        "Title must be filled in.",
        "Valid until may be changed.",
        "A comment is required.",
        "It comes to “Yes”.",
        "If nobody is found, the move is refused.",
        "After 1 calendar day: a reminder.",
      ],
    },
    {
      name: "an approval: who, how, by when, sent back how",
      kind: "approval" as const,
      settings: {
        who: [{ by: "owner" }, { by: "initiator" }],
        mode: { by: "quorum", count: 2 },
        onEmpty: { do: "pass" },
        noSelfEver: true,
        sla: { due: days(1) },
        signature: { approve: true },
        sendBack: { to: "previous", maxRounds: 3 },
        withdraw: "never",
      },
      says: [
        "The owner and the initiator decide: 2 of them must agree.",
        "It is due within 1 working day.",
        "If nobody is found, it passes.",
        "Nobody ever approves their own request, not by delegation either.",
        "A comment is required when rejecting or sending back.",
        "A signature is required when approving.",
        "It may be sent back to the previous step and runs again from there, for 3 rounds at most.",
        "It cannot be withdrawn.",
      ],
    },
    {
      name: "a guard: its condition as a sentence, and who can clear it",
      kind: "guard" as const,
      settings: {
        mode: "hold",
        guard: {
          condition: { when: "record.effectiveDiscount <= 0.15" },
          sentence: { en: "Too cheap", zh: "太便宜" },
          whoCanClear: [{ by: "departmentHead", of: "initiator" }],
        },
        onError: { do: "follow", into: "fault" },
      },
      says: [
        "It waits here until Effective discount is at most 15%.",
        "People are told: “Too cheap”.",
        "The head of the department of the initiator can clear it.",
        "If it cannot be done, the way for errors is taken; fault says what went wrong.",
      ],
    },
    {
      name: "a decision table, row by row",
      kind: "branch" as const,
      settings: {
        table: {
          hit: "F",
          inputs: [{ expression: "record.effectiveDiscount" }],
          outputs: [{ variable: "level" }],
          rules: [
            { tests: ["< 0.05"], results: ["low"] },
            { tests: ["-"], results: ["high"] },
          ],
        },
      },
      says: [
        "A table over Effective discount sets level (First rule).",
        "Effective discount < 0.05: level = low.",
        "In any case: level = high.",
        "One of these ways is taken.",
      ],
    },
  ])("$name", ({ kind, settings, says }) => {
    expect(told(kind, settings)).toEqual(says);
  });
});

describe("a process in sentences", () => {
  it("says every node, wire and move exactly once", () => {
    const definition = aQuoteProcess();
    const { chapters } = processSentences(en, definition);
    const paragraphs = chapters.flatMap(({ steps, moves }) => [...steps, ...moves].map(({ element }) => element));
    const wires = new Set(definition.edges.map(({ id }) => id));
    const ways = chapters
      .flatMap(({ steps }) => steps.flatMap(({ says }) => says.map(({ element }) => element)))
      .filter((element) => wires.has(element));

    expect(chapters.map(({ heading }) => heading)).toContain("In approval");
    expect(paragraphs.sort()).toEqual(
      definition.nodes.flatMap((node) => (node.kind === "stage" ? node.moves.map(({ id }) => id) : [node.id])).sort(),
    );
    expect(ways.sort()).toEqual([...wires].sort());
  });

  it("tells conditions, outcomes and moves in words", () => {
    const text = textOf(aQuoteProcess());

    expect(text).toContain("When Effective discount is more than 15%: “Manager and finance”.");
    expect(text).toContain("If approved: the stage “Approved”.");
    expect(text).toContain("Then “Answer”. At most 3 times.");
    expect(text).toContain("Everyone who may edit the record may press it; it leads to “No quote before costing”.");
    expect(text).toContain("At the date in “Valid until” it leads to the stage “Lost”.");
    expect(textOf(aQuoteProcess(), zh)).toContain("若同意：“已批准”阶段。");
  });

  it("reads a branch to its end before the next, and where they meet after both", () => {
    const steps = inReadingOrder(aQuoteProcess(), "ready", "split").map(({ id }) => id);

    expect(steps).toEqual(["split", "print", "tell", "both"]);
  });
});
