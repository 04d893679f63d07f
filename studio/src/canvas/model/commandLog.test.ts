import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { addStep } from "./addStep.ts";
import { BURST_PAUSE_MS, type CommandLog, emptyLog, record, redo, undo } from "./commandLog.ts";
import { connect } from "./connect.ts";
import { deleteElements } from "./deleteElements.ts";
import type { Edit } from "./edited.ts";
import { reorderStage } from "./orderStages.ts";
import { setField } from "./setField.ts";

const quote = aQuoteProcess();
const typed = (text: string): Edit => setField("write", ["name", "en"], text);

const play = (steps: readonly { edit: Edit; burst: string | null; atMs: number }[]) => {
  let definition = quote;
  let log: CommandLog = emptyLog;
  for (const { edit, burst, atMs } of steps) {
    const after = edit(definition).definition;
    log = record(log, { before: definition, after, burst, atMs });
    definition = after;
  }
  return { definition, log };
};

describe("the command log", () => {
  it.each([
    {
      name: "typing without a pause is one",
      steps: ["a", "ab", "abc"].map((text, at) => ({ edit: typed(text), burst: "name", atMs: at * 10 })),
      entries: 1,
    },
    {
      name: "a pause begins another",
      steps: [
        { edit: typed("a"), burst: "name", atMs: 0 },
        { edit: typed("ab"), burst: "name", atMs: BURST_PAUSE_MS },
      ],
      entries: 2,
    },
    {
      name: "just under the pause does not",
      steps: [
        { edit: typed("a"), burst: "name", atMs: 0 },
        { edit: typed("ab"), burst: "name", atMs: BURST_PAUSE_MS - 1 },
      ],
      entries: 1,
    },
    {
      name: "gestures stay apart",
      steps: [
        { edit: deleteElements(["e1"]), burst: null, atMs: 0 },
        { edit: deleteElements(["e2"]), burst: null, atMs: 1 },
      ],
      entries: 2,
    },
    {
      name: "an edit that changes nothing is none",
      steps: [{ edit: typed("Write the quote"), burst: "name", atMs: 0 }],
      entries: 0,
    },
  ])("$name", ({ steps, entries }) => {
    const { definition, log } = play(steps);
    expect(log.past).toHaveLength(entries);
    let at = { log, definition };
    for (let back = undo(at.log, at.definition); back; back = undo(at.log, at.definition)) at = back;
    expect(at.definition).toEqual(quote);
  });

  it("goes back and forth over any edits, also when the log was stored as text in between", () => {
    const edits = fc.constantFrom<Edit>(
      addStep({ kind: "task", name: { en: "T", zh: "任" }, stage: "sent" }),
      connect("print", "mail"),
      deleteElements(["approval"]),
      deleteElements(["answer"]),
      reorderStage("sent", -1),
      setField("manager", ["sla"], undefined),
      setField("", ["name", "zh"], "报价单"),
    );
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 12 }), (chosen) => {
        const { definition, log } = play(chosen.map((edit, index) => ({ edit, burst: null, atMs: index })));
        let at = { log: JSON.parse(JSON.stringify(log)) as CommandLog, definition };
        for (let back = undo(at.log, at.definition); back; back = undo(at.log, at.definition)) at = back;
        expect(at.definition).toEqual(quote);
        for (let on = redo(at.log, at.definition); on; on = redo(at.log, at.definition)) at = on;
        expect(at.definition).toEqual(definition);
      }),
      { numRuns: 200 },
    );
  });

  it("forgets what was undone once something new is done", () => {
    const { definition, log } = play([{ edit: typed("a"), burst: null, atMs: 0 }]);
    const back = undo(log, definition);
    expect(
      back &&
        record(back.log, {
          before: back.definition,
          after: typed("b")(back.definition).definition,
          burst: null,
          atMs: 5,
        }).future,
    ).toEqual([]);
  });
});
