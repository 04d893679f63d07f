import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../canvas/fixture/aQuoteProcess.ts";
import { emptyLog } from "../canvas/model/commandLog.ts";
import { beginningOf } from "./beginning.ts";
import type { KeptDraft } from "./keptDraft.ts";

const called = (en: string) => ({ ...aQuoteProcess(), name: { en, zh: "" } });
const ground = { turn: 2, rev: 5, base: 1 };
const held = { definition: called("held"), ground };
const log = { ...emptyLog, past: [{ patch: { nodes: {}, edges: {}, settings: {} }, burst: null, atMs: 0 }] };
const kept = (over: Partial<KeptDraft> = {}): KeptDraft => ({ ground, log, unsaved: null, ...over });
const work = { definition: called("mine"), origin: called("origin") };

describe("work on a draft begins", () => {
  it("with what the server holds where nothing was kept", () => {
    expect(beginningOf(held, null)).toEqual({ ...held, saved: held.definition, log: null });
  });

  it("with its undo log where nothing came in between", () => {
    expect(beginningOf(held, kept())).toEqual({ ...held, saved: held.definition, log });
  });

  it("with work that was not saved, to be saved where nothing came in between", () => {
    const begun = beginningOf(held, kept({ unsaved: work }));
    expect(begun).toEqual({ definition: work.definition, log, ground, saved: held.definition });
  });

  it.each([
    { name: "somebody saved", at: { ...ground, rev: 4 } },
    { name: "somebody published, and drew on as often", at: { ...ground, turn: 1 } },
    { name: "another version is in force", at: { ...ground, base: 0 } },
  ])("with work that was not saved on its own ground where $name meanwhile: it is merged, not dropped", ({ at }) => {
    const begun = beginningOf(held, kept({ ground: at, unsaved: work }));
    expect(begun).toEqual({ definition: work.definition, log, ground: at, saved: work.origin });
  });

  it("with what the server holds where only the answer to a save was lost", () => {
    const { key, ...others } = held.definition;
    const unsaved = { definition: { ...others, key }, origin: called("origin") };
    const begun = beginningOf(held, kept({ ground: { ...ground, rev: 4 }, unsaved }));
    expect(begun).toEqual({ ...held, saved: held.definition, log });
  });

  it("without an undo log that something came in between", () => {
    expect(beginningOf(held, kept({ ground: { ...ground, rev: 4 } })).log).toBeNull();
  });
});
