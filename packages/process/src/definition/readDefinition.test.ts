import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import { aProcess, taskOf, type StepDraft } from "../simulate/aProcess.ts";
import { DEFINITION_FORMAT } from "./processDefinition.ts";
import { readDefinition } from "./readDefinition.ts";

const whole = aProcess({
  stages: {
    one: {
      entry: "a",
      steps: { a: taskOf("ann"), b: taskOf("ann") },
      moves: { go: { to: "two", trigger: { by: "person" } } },
    },
    two: { final: "done" },
  },
  wires: [
    ["start", "one"],
    ["a", "b"],
  ],
});
const plain = JSON.parse(JSON.stringify(whole)) as {
  nodes: Record<string, unknown>[];
  edges: Record<string, unknown>[];
  [key: string]: unknown;
};
const changed = (change: (it: typeof plain) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(plain)) as typeof plain;
  change(copy);
  return copy;
};
const firstMove = (it: typeof plain): object => (it.nodes[1] as { moves: object[] }).moves[0] as object;

const codesOf = (unverified: unknown): readonly string[] => {
  const read = readDefinition(unverified);
  return "problems" in read ? [...new Set(read.problems.map((it) => it.code))] : [];
};
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe("reading a definition", () => {
  it("gives back one that is whole, the same", () => {
    expect(readDefinition(plain)).toEqual({ definition: whole });
  });

  it.each<{ name: string; unverified: unknown; codes: string[] }>([
    { name: "nothing", unverified: null, codes: ["SHAPE_WRONG"] },
    { name: "a list", unverified: [], codes: ["SHAPE_WRONG"] },
    { name: "no format", unverified: changed((it) => delete it["format"]), codes: ["FORMAT_UNKNOWN"] },
    {
      name: "a newer format",
      unverified: changed((it) => (it["format"] = DEFINITION_FORMAT + 1)),
      codes: ["FORMAT_NEWER"],
    },
    { name: "a key that is not there", unverified: changed((it) => (it["extra"] = 1)), codes: ["SHAPE_WRONG"] },
    {
      name: "a kind that is not there",
      unverified: changed((it) => (it.nodes[1] = { id: "x", kind: "magic" })),
      codes: ["SHAPE_WRONG"],
    },
    {
      name: "an id used twice",
      unverified: changed((it) => it.edges.push({ ...it.edges[0] })),
      codes: ["DUPLICATE_ID"],
    },
    {
      name: "an id of a node used by a move",
      unverified: changed((it) => Object.assign(firstMove(it), { id: "a" })),
      codes: ["DUPLICATE_ID"],
    },
    {
      name: "a wire to nowhere",
      unverified: changed((it) => (it.edges[1] = { ...it.edges[1], to: "gone" })),
      codes: ["WIRE_DANGLES"],
    },
    {
      name: "a wire out of a stage",
      unverified: changed((it) => (it.edges[1] = { ...it.edges[1], from: "one" })),
      codes: ["WIRE_NOT_POSSIBLE"],
    },
    {
      name: "a wire into the start",
      unverified: changed((it) => (it.edges[1] = { ...it.edges[1], to: "start" })),
      codes: ["WIRE_NOT_POSSIBLE"],
    },
    {
      name: "a step in no stage",
      unverified: changed((it) => (it.nodes[2] = { ...it.nodes[2], stage: "a" })),
      codes: ["ENTRY_NOT_IN_STAGE", "STEP_IN_NO_STAGE"],
    },
    {
      name: "an entry elsewhere",
      unverified: changed((it) => (it.nodes[1] = { ...it.nodes[1], entry: "two" })),
      codes: ["ENTRY_NOT_IN_STAGE"],
    },
    {
      name: "a move to nowhere",
      unverified: changed((it) => Object.assign(firstMove(it), { to: "gone" })),
      codes: ["MOVE_DANGLES"],
    },
    { name: "no start", unverified: changed((it) => it.nodes.splice(0, 1)), codes: ["NO_START", "WIRE_DANGLES"] },
    {
      name: "two stages of one key",
      unverified: changed((it) => (it.nodes[4] = { ...it.nodes[4], key: "one" })),
      codes: ["DUPLICATE_KEY"],
    },
    { name: "a deep value", unverified: changed((it) => (it["extra"] = nested(60))), codes: ["DEFINITION_TOO_LARGE"] },
    {
      name: "a huge value",
      unverified: changed((it) => (it["extra"] = "x".repeat(5_000_001))),
      codes: ["DEFINITION_TOO_LARGE"],
    },
    {
      name: "a thousand nodes and one",
      unverified: changed(
        (it) => (it.nodes = Array.from({ length: 1_001 }, () => it.nodes[2] as Record<string, unknown>)),
      ),
      codes: ["SHAPE_WRONG"],
    },
  ])("tells what is wrong with $name", ({ unverified, codes }) => {
    expect(codesOf(unverified)).toEqual(codes);
  });

  it("tells all problems at once, each with its place", () => {
    const read = readDefinition(
      changed(
        (it) => (
          (it.nodes[2] = { ...it.nodes[2], who: [], name: 5 }),
          (it.edges[0] = { ...it.edges[0], maxVisits: 0 })
        ),
      ),
    );

    expect("problems" in read ? read.problems.map(({ node, edge, path }) => [node ?? edge, path]) : []).toEqual([
      ["a", "name"],
      ["a", "who"],
      ["w1", "maxVisits"],
    ]);
  });

  it("answers any value, and whatever it lets through can be checked", () => {
    const places = fc.tuple(
      fc.constantFrom("nodes", "edges"),
      fc.nat(4),
      fc.constantFrom("id", "kind", "to", "from", "stage", "entry", "moves", "on", "who", "key"),
      fc.oneof(fc.constantFrom("a", "b", "one", "two", "start", "gone", ""), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.array(places, { maxLength: 4 }), fc.jsonValue(), (edits, anything) => {
        const read = readDefinition(
          changed((it) =>
            edits.forEach(([list, index, key, value]) =>
              Object.assign(it[list][index % it[list].length] as object, { [key]: value }),
            ),
          ),
        );
        const found = "definition" in read ? [...checkDefinition(read.definition), "checked"] : read.problems;
        expect([readDefinition(anything), found.length > 0]).toEqual([{ problems: expect.any(Array) }, true]);
      }),
    );
  });

  it("reads and checks a thousand nodes", () => {
    const steps = Object.fromEntries(
      Array.from({ length: 997 }, (_, index): [string, StepDraft] => [`s${index}`, taskOf("ann")]),
    );
    const large = aProcess({
      stages: { one: { entry: "s0", steps } },
      wires: [["start", "one"], ...Array.from({ length: 996 }, (_, index) => [`s${index}`, `s${index + 1}`] as const)],
    });
    const read = readDefinition(JSON.parse(JSON.stringify(large)));

    expect(
      "definition" in read && checkDefinition(read.definition).filter((finding) => finding.severity === "error"),
    ).toEqual([]);
  });
});
