import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { compile } from "../../kernel/compile.ts";
import { aRandomCase } from "../../simulate/random/aRandomCase.ts";
import { playOut } from "../../simulate/random/playOut.ts";
import type { Simulation } from "../../simulate/simulation.ts";
import { turnedBack, type MigrationMapping } from "./mapping.ts";

/** The same process with every step, stage, wire and move called otherwise, and what has become what. */
const renamed = (
  definition: ProcessDefinition,
): { readonly definition: ProcessDefinition; readonly mapping: MigrationMapping } => {
  const nodes = Object.fromEntries(
    definition.nodes.filter(({ id }) => id !== "start").map(({ id }) => [id, `${id}_n`] as const),
  );
  const wires = Object.fromEntries(definition.edges.map(({ id }) => [id, `${id}_n`] as const));
  const moves = Object.fromEntries(
    definition.nodes.flatMap((node) => (node.kind === "stage" ? node.moves : [])).map(({ id }) => [id, `${id}_n`]),
  );
  const now = (id: string): string => nodes[id] ?? id;
  const drawn = {
    ...definition,
    nodes: definition.nodes.map((node) => ({
      ...node,
      id: now(node.id),
      ...("stage" in node ? { stage: now(node.stage) } : {}),
      ...(node.kind === "stage"
        ? {
            ...(node.entry === undefined ? {} : { entry: now(node.entry) }),
            moves: node.moves.map((move) => ({ ...move, id: `${move.id}_n`, to: now(move.to) })),
          }
        : {}),
    })),
    edges: definition.edges.map((edge) => ({ ...edge, id: `${edge.id}_n`, from: now(edge.from), to: now(edge.to) })),
  } as ProcessDefinition;
  return { definition: drawn, mapping: { nodes, wires, moves } };
};

const planOf = (definition: ProcessDefinition) => compile(definition, recordSchemas);

/** A case whose joins or conditions an incident has stopped half-way is at rest by that alone: it may be refused, never changed. */
const isStopped = ({ state }: Simulation): boolean => state.incidents.length > 0;

const without = ({ state }: Simulation): unknown => {
  const { seq: _seq, ...rest } = state;
  return rest;
};

const hasNoWay = ({ state }: Simulation): boolean => state.status === "ended" || state.seq === 0;

describe("a case that is taken over, whatever it has been through", () => {
  const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 5);

  it("is the same but for its version where the new one is equal", () => {
    fc.assert(
      fc.property(aRandomCase, (drawn) => {
        const { simulation } = playOut(drawn);
        const [before, seq, isOver] = [without(simulation), simulation.state.seq, hasNoWay(simulation)];
        const equal = JSON.parse(JSON.stringify(simulation.plan.definition)) as ProcessDefinition;
        const { answer } = simulation.migrate(planOf(equal));
        expect(without(simulation)).toEqual(before);
        expect(answer === (isOver ? "refused" : "advanced") || isStopped(simulation)).toBe(true);
        expect(simulation.state.seq).toBe(answer === "advanced" ? seq + 1 : seq);
      }),
      { numRuns },
    );
  });

  it("is what it was when it has gone there and back, all of it called otherwise there", () => {
    fc.assert(
      fc.property(aRandomCase, (drawn) => {
        const { simulation } = playOut(drawn);
        const [before, home] = [without(simulation), simulation.plan];
        const { definition, mapping } = renamed(home.definition);
        const isThere = simulation.migrate(planOf(definition), { mapping }).answer === "advanced";
        expect(isThere || hasNoWay(simulation) || isStopped(simulation)).toBe(true);
        if (isThere) simulation.migrate(home, { mapping: turnedBack(mapping) });
        expect(without(simulation)).toEqual(before);
      }),
      { numRuns },
    );
  });
});
