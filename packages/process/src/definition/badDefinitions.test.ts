import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import type { Finding } from "../check/finding.ts";
import {
  aProcess,
  approvalOf,
  taskOf,
  type ProcessDraft,
  type StepDraft,
  type WireDraft,
} from "../simulate/aProcess.ts";
import { aRandomCase } from "../simulate/random/aRandomCase.ts";
import { readDefinition } from "./readDefinition.ts";

type Raw = { [key: string]: unknown };

/** The most that judging a definition may take, on a machine that does twenty other things; a test that takes longer fails. */
const MOMENT_MS = 20_000;

function judged(unverified: unknown): readonly Finding[] {
  const read = readDefinition(unverified);
  return "problems" in read ? read.problems : checkDefinition(read.definition);
}

const plain = (draft: ProcessDraft): unknown => JSON.parse(JSON.stringify(aProcess(draft)));
const inOneStage = (steps: Readonly<Record<string, StepDraft>>, wires: readonly WireDraft[]): ProcessDraft => ({
  stages: { one: { entry: Object.keys(steps)[0] as string, steps } },
  wires: [["start", "one"], ...wires],
});
const many = (count: number, step: (index: number) => StepDraft): Record<string, StepDraft> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, step(index)]));
const row = (count: number, on = ""): WireDraft[] =>
  Array.from({ length: count - 1 }, (_, index): WireDraft => [`s${index}`, `s${index + 1}`, on]);
const spread = <T>(items: readonly T[], factor: number): T => items[(factor * 7919) % items.length] as T;

const ids = Array.from({ length: 990 }, (_, index) => `s${index}`);
const large: readonly { readonly name: string; readonly draft: ProcessDraft }[] = [
  {
    name: "a row of tasks",
    draft: inOneStage(
      many(990, () => taskOf("ann")),
      row(990),
    ),
  },
  {
    name: "one circle of all",
    draft: inOneStage(
      many(990, () => taskOf("ann")),
      [...row(990), ["s989", "s0"]],
    ),
  },
  {
    name: "circles that never rest",
    draft: inOneStage(
      many(990, () => ({ kind: "branch" })),
      [
        ...row(990, "when record.total > 1"),
        ...ids.slice(1).map((id, index): WireDraft => [id, ids[Math.floor(index / 2)] as string, "default"]),
      ],
    ),
  },
  {
    name: "splits in splits",
    draft: inOneStage(
      many(990, (index) => (index < 480 ? { kind: "parallel" } : taskOf("ann"))),
      Array.from({ length: 480 }, (_, index): WireDraft[] => [
        [`s${index}`, `s${index + 1}`],
        [`s${index}`, `s${index + 500}`],
      ]).flat(),
    ),
  },
  {
    name: "splits and joins crossed",
    draft: inOneStage(
      many(300, (index) =>
        index % 3 === 0 ? { kind: "parallel" } : index % 3 === 1 ? { kind: "join" } : taskOf("ann"),
      ),
      [
        ...row(300),
        ...Array.from({ length: 600 }, (_, at): WireDraft => [`s${at % 300}`, spread(ids.slice(0, 300), at)]),
      ],
    ),
  },
  {
    name: "one split of three hundred paths",
    draft: inOneStage(
      { s0: { kind: "parallel" }, ...many(300, (index) => (index === 0 ? { kind: "parallel" } : taskOf("ann"))) },
      [
        ...Array.from({ length: 299 }, (_, index): WireDraft => ["s0", `s${index + 1}`]),
        ...Array.from({ length: 298 }, (_, index): WireDraft => [`s${index + 1}`, "s299"]),
      ],
    ),
  },
  {
    name: "approvals with long expressions",
    draft: inOneStage(
      many(400, () =>
        approvalOf([], {
          who: [{ by: "expression", expression: `[${"record.total > 1 ? 'a' : 'b', ".repeat(40)}'c']` }],
        }),
      ),
      row(400),
    ),
  },
  {
    name: "three hundred stages, each led to from each",
    draft: {
      stages: Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          `g${index}`,
          {
            moves: Object.fromEntries(
              Array.from({ length: 10 }, (_move, at) => [
                `m${index}x${at}`,
                { to: `g${(index * 7 + at) % 200}`, trigger: { by: "person" as const } },
              ]),
            ),
          },
        ]),
      ),
      wires: [["start", "g0"]],
    },
  },
];

describe("a definition that nobody has vouched for", () => {
  it.each(large)(
    "is judged in a moment: $name",
    ({ draft }) => {
      const unverified = plain(draft);

      const found = judged(unverified);

      expect(found.every(({ code, message }) => code.length > 0 && message.en !== "" && message.zh !== "")).toBe(true);
    },
    MOMENT_MS,
  );

  it(
    "of five megabytes is read whole or refused, in a moment",
    () => {
      const steps = many(990, () => ({ ...taskOf("ann"), note: "n".repeat(2_000) }) as StepDraft);
      const fits = plain(inOneStage(steps, row(990)));

      expect(judged(fits).filter(({ severity }) => severity === "error")).toEqual([]);
      expect(judged({ ...(fits as Raw), more: "x".repeat(5_000_000) }).map(({ code }) => code)).toEqual([
        "DEFINITION_TOO_LARGE",
      ]);
    },
    MOMENT_MS,
  );

  it.each([
    {
      name: "a list that holds itself by depth",
      value: Array.from({ length: 200 }).reduce<unknown>((inner) => [inner], 1),
    },
    {
      name: "an object of a million keys",
      value: Object.fromEntries(Array.from({ length: 500_000 }, (_, at) => [`k${at}`, at])),
    },
  ])(
    "that is $name is refused in a moment",
    ({ value }) => {
      expect(judged({ format: 2, nodes: value }).map(({ code }) => code)).toEqual(["DEFINITION_TOO_LARGE"]);
    },
    MOMENT_MS,
  );

  it("edited by hand is told about with its place, and never thrown", () => {
    const values = fc.oneof(
      fc.constantFrom<unknown>(null, "", "s0", "start", "stage", 0, -1, 1e9, [], {}, "__proto__", "gone", true),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const edits = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000), values, fc.constantFrom("set", "delete", "add")), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(aRandomCase, edits, ({ draft }, changes) => {
        const raw = plain(draft);
        for (const [where, which, value, how] of changes) edited(raw, where, which, value, how);

        const read = readDefinition(raw);

        const found = "problems" in read ? read.problems : checkDefinition(read.definition);
        expect("definition" in read || found.length > 0).toBe(true);
        for (const { code, message } of found) expect([code, message.en, message.zh]).not.toContain("");
      }),
    );
  });
});

/** Changes one value somewhere in a tree, in place. */
function edited(root: unknown, where: number, which: number, value: unknown, how: string): void {
  const places: (Raw | unknown[])[] = [];
  const open: unknown[] = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at !== "object" || at === null) continue;
    places.push(at as Raw);
    open.push(...(Object.values(at) as unknown[]));
  }
  const place = places[where % Math.max(1, places.length)];
  if (place === undefined) return;
  const keys = Object.keys(place);
  const key = keys[which % Math.max(1, keys.length)] ?? "new";
  if (how === "delete") delete (place as Raw)[key];
  else (place as Raw)[how === "add" ? `new${which}` : key] = JSON.parse(JSON.stringify(value)) as unknown;
}
