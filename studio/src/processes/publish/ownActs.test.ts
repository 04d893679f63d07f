import type { ProcessDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { isNewAct, type OwnAct, ownActs } from "./ownActs.ts";

const node = (settings: object) => settings as unknown as ProcessDefinition["nodes"][number];
const setting = (...paths: readonly string[]) =>
  node({
    kind: "action",
    block: "setFields",
    inputs: Object.fromEntries(paths.map((path) => [path, { expression: "now" }])),
  });

describe("what a process does by itself", () => {
  it("is told once for each kind, with all it does it to", () => {
    const nodes = [
      setting("total"),
      node({ kind: "stage", entryActions: [setting("total", "owner")], exitActions: [] }),
      node({ kind: "action", block: "createRecord", inputs: { recordType: { value: "order" } } }),
      node({ kind: "subprocess", process: "check" }),
      node({ kind: "assign" }),
      node({ kind: "task" }),
    ];

    expect(ownActs({ nodes })).toEqual([
      { block: "setFields", to: ["total", "owner"] },
      { block: "createRecord", to: ["order"] },
      { block: "openChild", to: ["check"] },
      { block: "assignOwner", to: [] },
    ]);
  });

  it.each<{ name: string; before: readonly OwnAct[]; isNew: boolean }>([
    { name: "new where it never did", before: [], isNew: true },
    { name: "new where it did so to less", before: [{ block: "setFields", to: ["total"] }], isNew: true },
    { name: "not new where it did", before: [{ block: "setFields", to: ["owner", "total"] }], isNew: false },
  ])("is $name", ({ before, isNew }) => {
    expect(isNewAct(before, { block: "setFields", to: ["total", "owner"] })).toBe(isNew);
  });
});
