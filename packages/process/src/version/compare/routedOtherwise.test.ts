import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aProcess, guardOf, taskOf, type ProcessDraft, type WireDraft } from "../../simulate/aProcess.ts";
import { routedOtherwise } from "./routedOtherwise.ts";

type Steps = NonNullable<ProcessDraft["stages"][string]["steps"]>;

/** A draft that is submitted to some work, which ends in being sent. */
const sent = (steps: Steps, wires: readonly WireDraft[]): ProcessDraft => ({
  stages: {
    draft: { moves: { submit: { to: "work", trigger: { by: "person" } } } },
    work: { entry: Object.keys(steps)[0] ?? "", steps },
    sent: { final: "done" },
  },
  wires: [["start", "draft"], ...wires],
});
const over = (amount: number): ProcessDraft =>
  sent({ size: { kind: "branch" }, boss: taskOf("ann"), clerk: taskOf("bob") }, [
    ["size", "boss", `when record.total > decimal('${amount}')`],
    ["size", "clerk", "default"],
    ["boss", "sent"],
    ["clerk", "sent"],
  ]);
const guarded = (when: string): ProcessDraft =>
  sent({ gate: guardOf("deny", when), clerk: taskOf("bob") }, [
    ["gate", "clerk"],
    ["clerk", "sent"],
  ]);
const compared = (
  before: ProcessDraft,
  after: ProcessDraft,
  limits?: { pairs: number; steps: number; examples: number },
) => routedOtherwise(aProcess(before), aProcess(after), { schemas: recordSchemas, ...(limits ? { limits } : {}) });

describe("what goes another way", () => {
  it("is nothing between a version and itself", () => {
    expect(compared(over(1_000), over(1_000))).toEqual({ examples: [], isWhole: true });
  });

  it("is the record between an old threshold and the new one", () => {
    const { examples, isWhole } = compared(over(1_000), over(2_000));
    const [example] = examples;

    expect([examples.length, isWhole]).toEqual([1, true]);
    expect(example).toMatchObject({
      acts: [{ happening: { type: "start" } }, { at: "draft", happening: { type: "move", move: "submit" } }],
      before: { nodes: ["work", "size", "boss"], refused: false },
      after: { nodes: ["work", "size", "clerk"], refused: false },
      partAt: "size",
    });
    const total = Number(example?.given.find(({ path }) => path === "total")?.value);
    expect(total > 1_000 && total <= 2_000).toBe(true);
  });

  it("is an act that is refused now", () => {
    const { examples } = compared(guarded("true"), guarded("record.total < decimal('10')"));

    expect(examples.map(({ before, after, partAt }) => [before.nodes, after.refused, partAt])).toEqual([
      [["work", "gate", "clerk"], true, "draft"],
    ]);
  });

  it("tells a part of a condition that no field decides by how it is written", () => {
    const { examples } = compared(guarded("record.total > record.margin"), guarded("true"));

    expect(examples.map(({ given }) => given)).toEqual([
      [{ path: "unknown0", part: "record.total > record.margin", value: false }],
    ]);
  });

  it("is nothing where only a rule of the domain decides, whichever way it does", () => {
    const ruled = (name: string): ProcessDraft => {
      const condition = { rule: "quote.costSigned" };
      const gate = {
        kind: "guard" as const,
        mode: "deny" as const,
        guard: { condition, sentence: { en: name, zh: name } },
      };
      return sent({ gate, clerk: taskOf("bob") }, [
        ["gate", "clerk"],
        ["clerk", "sent"],
      ]);
    };

    expect(compared(ruled("one"), ruled("other"))).toEqual({ examples: [], isWhole: true });
  });

  it("goes on behind what is alike, to a parting further down", () => {
    const longer = (next: string): ProcessDraft =>
      sent({ one: taskOf("ann"), two: taskOf("bob"), three: taskOf("cat") }, [
        ["one", next],
        ["two", "three"],
        ["three", "sent"],
      ]);
    const { examples } = compared(longer("two"), longer("three"));

    expect(examples.map(({ acts, before, after }) => [acts.length, before.nodes, after.nodes])).toEqual([
      [3, ["two"], ["three"]],
    ]);
  });

  it("says when there was more than it may look at", () => {
    expect(compared(over(1_000), over(1_000), { pairs: 1, steps: 2, examples: 1 }).isWhole).toBe(false);
  });
});
