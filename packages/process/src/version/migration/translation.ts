import type { Edge } from "../../definition/edge.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { nodeIn, type Plan } from "../../kernel/plan.ts";
import type { MigrationMapping } from "./mapping.ts";

/** What the elements of an old version are in a new one; null for what has become nothing. */
export interface Translation {
  readonly from: Plan;
  readonly to: Plan;
  readonly node: (id: string) => string | null;
  readonly wire: (id: string) => string | null;
  readonly move: (id: string) => string | null;
  /** Whether somebody has said that it has become nothing. */
  readonly isGivenUp: (node: string) => boolean;
}

const told = (map: { readonly [old: string]: string | null }, id: string): string | null | undefined =>
  Object.hasOwn(map, id) ? map[id] : undefined;

const sameOf = (from: Plan, to: Plan, id: string): string | null =>
  from.nodes.get(id) !== undefined && to.nodes.get(id)?.kind === from.nodes.get(id)?.kind ? id : null;

const wiresIn = ({ definition }: Plan): ReadonlyMap<string, Edge> =>
  new Map(definition.edges.map((edge) => [edge.id, edge]));

const isTakenAlike = (one: Edge, other: Edge): boolean => isSameJson(one.on as Json, other.on as Json);

/** Reads a mapping between two versions, with what goes without saying filled in. */
export const translationOf = (from: Plan, to: Plan, mapping: MigrationMapping): Translation => {
  const node = (id: string): string | null => {
    const said = told(mapping.nodes, id);
    if (said === undefined) return sameOf(from, to, id);
    return said !== null && to.nodes.has(said) ? said : null;
  };
  const [oldWires, newWires] = [wiresIn(from), wiresIn(to)];
  const unsaidWire = (old: Edge): string | null => {
    const [start, end] = [node(old.from), node(old.to)];
    const between = to.definition.edges.filter((edge) => edge.from === start && edge.to === end);
    const alike = between.filter((edge) => isTakenAlike(edge, old));
    const found = between.find(({ id }) => id === old.id) ?? (alike.length === 1 ? alike : between)[0];
    return found !== undefined && (found.id === old.id || alike.length === 1 || between.length === 1) ? found.id : null;
  };
  const stageOfMove = (plan: Plan, id: string): string | undefined => plan.moves.get(id)?.stage.id;
  return {
    from,
    to,
    node,
    isGivenUp: (id) => told(mapping.nodes, id) === null,
    wire: (id) => {
      const said = told(mapping.wires, id);
      if (said !== undefined) return said !== null && newWires.has(said) ? said : null;
      const old = oldWires.get(id);
      return old === undefined ? null : unsaidWire(old);
    },
    move: (id) => {
      const said = told(mapping.moves, id);
      if (said !== undefined) return said !== null && to.moves.has(said) ? said : null;
      const stage = stageOfMove(from, id);
      return stage !== undefined && stageOfMove(to, id) === node(stage) ? id : null;
    },
  };
};

/** Whether a step that stays goes on with what is open in it; one that does not is entered anew. */
export const goesOn = ({ from, to }: Translation, old: string, now: string): boolean => {
  const [before, after] = [nodeIn(from, old), nodeIn(to, now)];
  switch (before.kind) {
    case "action":
      return after.kind === "action" && after.block === before.block;
    case "message":
      return after.kind === "message" && after.message === before.message && after.key === before.key;
    case "guard":
      return after.kind === "guard" && after.mode === "hold";
    case "race": {
      const waitingFor = ({ key, on }: (typeof before.runners)[number]): Json =>
        on.kind === "message" ? [key, on.kind, on.message] : [key, on.kind];
      return after.kind === "race" && isSameJson(before.runners.map(waitingFor), after.runners.map(waitingFor));
    }
    default:
      return after.kind === before.kind;
  }
};
