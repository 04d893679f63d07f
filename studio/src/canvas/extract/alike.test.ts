import { recordSchemas } from "@sluice/domain";
import {
  compile,
  type Json,
  type ProcessDefinition,
  type ProcessDefinitionInput,
  processDefinitionSchema,
  Simulation,
} from "@sluice/process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extract } from "./extract.ts";

const named = (id: string) => ({ en: id, zh: id });
const variables = ["v0", "v1", "v2"] as const;

type Node = ProcessDefinitionInput["nodes"][number];
type Edge = NonNullable<ProcessDefinitionInput["edges"]>[number];

/** Part of a process: it is entered at one step, and all its ways lead on to `to`. */
type Part = (
  id: string,
  to: string,
) => { readonly entry: string; readonly nodes: readonly Node[]; readonly edges: readonly Edge[] };

const step = { stage: "open" } as const;
const mark = (variable: string) => `vars.?${variable}.orValue('-')`;

const task: Part = (id, to) => ({
  entry: id,
  nodes: [
    {
      ...step,
      id,
      kind: "task",
      name: named(id),
      who: [{ by: "role", role: "ann" }],
      outcomes: [
        { key: "yes", name: named("yes") },
        { key: "no", name: named("no") },
      ],
    },
  ],
  edges: ["yes", "no"].map((outcome) => ({ id: `${id}-${outcome}`, from: id, to, on: { kind: "outcome", outcome } })),
});

/** Asks for a document made of one variable, and keeps it in another. */
const printing =
  (reads: string, sets: string): Part =>
  (id, to) => ({
    entry: id,
    nodes: [
      {
        ...step,
        id,
        kind: "action",
        name: named(id),
        block: "pdf",
        inputs: { quote: { expression: mark(reads) } },
        outputs: { [sets]: "file" },
      },
    ],
    edges: [{ id: `${id}-on`, from: id, to }],
  });

/** Writes a variable onto the record. */
const noting =
  (reads: string): Part =>
  (id, to) => ({
    entry: id,
    nodes: [
      {
        ...step,
        id,
        kind: "action",
        name: named(id),
        block: "setFields",
        inputs: { note: { expression: `'${id} ' + ${mark(reads)}` } },
      },
    ],
    edges: [{ id: `${id}-on`, from: id, to }],
  });

/** Goes one way or the other by a variable; both meet again. */
const choosing =
  (reads: string, one: Part, other: Part): Part =>
  (id, to) => {
    const [left, right] = [one(`${id}l`, to), other(`${id}r`, to)];
    return {
      entry: id,
      nodes: [{ ...step, id, kind: "branch", name: named(id) }, ...left.nodes, ...right.nodes],
      edges: [
        {
          id: `${id}-when`,
          from: id,
          to: left.entry,
          on: { kind: "when", when: `${mark(reads)}.contains('1')`, order: 0 },
        },
        { id: `${id}-else`, from: id, to: right.entry, on: { kind: "default" } },
        ...left.edges,
        ...right.edges,
      ],
    };
  };

const aVariable = fc.constantFrom(...variables);
const aSimplePart: fc.Arbitrary<Part> = fc.oneof(
  fc.constant(task),
  fc.tuple(aVariable, aVariable).map(([reads, sets]) => printing(reads, sets)),
  aVariable.map(noting),
);
const aPart = fc.oneof(
  { weight: 3, arbitrary: aSimplePart },
  fc.tuple(aVariable, aSimplePart, aSimplePart).map(([reads, one, other]) => choosing(reads, one, other)),
);

const partsOf = (parts: readonly Part[]) =>
  parts.map((part, at) => part(`p${at}`, at + 1 < parts.length ? `p${at + 1}` : "done"));

const aProcess = (parts: readonly Part[]): ProcessDefinition => {
  const made = partsOf(parts);
  return processDefinitionSchema.parse({
    format: 2,
    key: "whole",
    name: named("whole"),
    kind: "side",
    recordType: "quote",
    variables: variables.map((key) => ({ key, name: named(key), type: "text" })),
    nodes: [
      { id: "start", kind: "start", name: named("start"), trigger: { on: "manual" } },
      { id: "open", kind: "stage", key: "open", order: 0, name: named("open"), entry: "p0" },
      { id: "done", kind: "stage", key: "done", order: 1, name: named("done"), final: "done" },
      ...made.flatMap(({ nodes }) => nodes),
    ],
    edges: [{ id: "begin", from: "start", to: "open" }, ...made.flatMap(({ edges }) => edges)],
  } satisfies ProcessDefinitionInput);
};

const inbox = { kind: "system", name: "inbox" } as const;

/** Lets a case run, with those it opens, until nothing is open; what people and effects answer hangs on the step alone. */
const played = (definitions: readonly ProcessDefinition[], answers: (step: string) => boolean) => {
  const plans = new Map(definitions.map((definition) => [definition.key, compile(definition, recordSchemas)]));
  const world = {
    people: [{ id: "ann", roles: ["ann"] }],
    processes: "any" as const,
  };
  const done: string[] = [];
  const begin = (
    key: string,
    record: Readonly<Record<string, Json>>,
    start: { readonly variables: Readonly<Record<string, Json>>; readonly wanted?: readonly string[] },
  ): Simulation => {
    const plan = plans.get(key);
    if (plan === undefined) throw new Error(`no process ${key}`);
    const simulation = new Simulation(plan, { ...world, record }, "2027-01-01T00:00:00.000Z", "ann");
    simulation.send({ type: "start", ...start }, inbox);
    return simulation;
  };
  const run = (simulation: Simulation): void => {
    const opened = new Set<string>();
    for (let turn = 0; turn < 200 && simulation.state.status === "running"; turn += 1) {
      const child = simulation.writes.find((write) => write.write === "openChild" && !opened.has(write.key));
      const effect = [...simulation.effects.values()].find(({ key }) =>
        simulation.state.waits.some((wait) => wait.id === key),
      );
      const open = [...simulation.tasks.values()].find((each) => each.open);
      if (child?.write === "openChild") {
        opened.add(child.key);
        const { handOver: variables = {}, wanted = [] } = child;
        const inner = begin(child.process, simulation.world.record, { variables, wanted });
        run(inner);
        const end = inner.writes.find((write) => write.write === "endCase");
        if (end?.write !== "endCase")
          throw new Error(`the child stands still: ${JSON.stringify(inner.state.incidents)}`);
        simulation.world = { ...simulation.world, record: inner.world.record };
        const brings = end.brings === undefined ? {} : { brings: end.brings };
        simulation.send({ type: "childEnded", childKey: child.key, outcome: end.outcome, ...brings }, inbox);
      } else if (effect) {
        done.push(`${effect.node} of ${JSON.stringify(effect.input)}`);
        const file = `${effect.node} ${answers(effect.node) ? 1 : 2}`;
        simulation.send(
          { type: "effectDone", effect: effect.key, output: { file } },
          { kind: "system", name: "carrier" },
        );
      } else if (open) {
        done.push(open.node);
        simulation.act("ann", open.node, { do: "complete", outcome: answers(open.node) ? "yes" : "no" });
      } else return;
    }
  };
  const whole = begin("whole", {}, { variables: {} });
  run(whole);
  const { status, outcome, stage, incidents, variables: left } = whole.state;
  return { status, outcome, stage, incidents, done, left, note: whole.world.record["note"] ?? null };
};

describe("a case before and after its steps became a sub-process", () => {
  it("does the same work and ends alike, with the same record; what comes later sees the same variables", () => {
    const someParts = fc.array(aPart, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(someParts, fc.nat(5), fc.nat(5), fc.nat(255), (parts, one, other, coin) => {
        const [from, to] = [Math.min(one, other) % parts.length, Math.max(one, other) % parts.length].sort(
          (a, b) => a - b,
        );
        const whole = aProcess(parts);
        const ids = partsOf(parts)
          .slice(from, (to ?? 0) + 1)
          .flatMap(({ nodes }) => nodes.map(({ id }) => id));
        const words = { start: named("Started"), open: named("At work"), done: named("Done") };
        const answer = extract(whole, { ids, key: "part", name: named("part"), words });
        if (!("extraction" in answer)) throw new Error(JSON.stringify(answer.refused));
        const { made, edit, broughtBack } = answer.extraction;
        const answers = (id: string): boolean => ((coin >> (id.charCodeAt(1) % 8)) & 1) === 1;

        const before = played([whole], answers);
        const after = played([processDefinitionSchema.parse(edit(whole).definition), made], answers);

        expect(before.status).toBe("ended");
        expect({ ...after, left: null }).toEqual({ ...before, left: null });
        for (const key of broughtBack) expect(after.left[key]).toEqual(before.left[key]);
      }),
      { numRuns: 200 },
    );
  });
});
