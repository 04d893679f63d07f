import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { taskOf, type WireDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

const steps = { a: { kind: "parallel" } as const, x: taskOf("ann"), y: taskOf("bob"), z: taskOf("cat") };

describe("a parallel", () => {
  it.each<{ name: string; wires: WireDraft[]; note: string; open: string[] }>([
    {
      name: "takes every wire without a condition, and those that hold",
      wires: [
        ["a", "x"],
        ["a", "y", "when record.note == 'go'"],
        ["a", "z", "when record.note == 'stay'"],
      ],
      note: "go",
      open: ["x: ann", "y: bob"],
    },
    {
      name: "takes the default when no other wire can be taken",
      wires: [
        ["a", "x", "default"],
        ["a", "y", "when record.note == 'go'"],
      ],
      note: "stay",
      open: ["x: ann"],
    },
    {
      name: "leaves the default when another can",
      wires: [
        ["a", "x", "default"],
        ["a", "y", "when record.note == 'go'"],
      ],
      note: "go",
      open: ["y: bob"],
    },
  ])("$name", ({ wires, note, open }) => {
    expect(openAt(running(steps, wires, { record: { note } })).toSorted()).toEqual(open);
  });
});
