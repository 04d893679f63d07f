import type { Node } from "../../definition/node.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import type { Plan } from "../../kernel/plan.ts";
import { isOnlyDrawn } from "../compare/diffDefinitions.ts";
import { NO_MAPPING, type MigrationMapping } from "./mapping.ts";

/** How one version becomes another, before any case is looked at. */
export interface ProposedMigration {
  /** What is proposed for elements whose id is gone: the only one of the same kind, name and place. */
  readonly mapping: MigrationMapping;
  /** Steps and stages of the old version for which nothing is found: a case that stands there must be told where it goes on. */
  readonly unmapped: readonly string[];
  /** Steps and stages that stay and are set otherwise. */
  readonly changed: readonly string[];
}

/** All of a step or stage but how it is drawn. */
const settingsOf = (node: Node): Json =>
  Object.fromEntries(Object.entries(node).filter(([path]) => !isOnlyDrawn(path))) as unknown as Json;

const stageOf = (node: Node): string | null => ("stage" in node ? node.stage : null);

const isFree = (from: Plan, to: Plan, node: Node): boolean =>
  from.nodes.get(node.id)?.kind !== to.nodes.get(node.id)?.kind;

/** The one free node that looks like this one; null when there is none, or more than one. */
const lookalike = (from: Plan, to: Plan, old: Node, stageNow: string | null): string | null => {
  const alike = [...to.nodes.values()].filter(
    (node) => node.kind === old.kind && isFree(from, to, node) && node.name.en === old.name.en,
  );
  const here = alike.filter((node) => stageOf(node) === stageNow);
  const [only, ...others] = here.length > 0 ? here : alike;
  return only !== undefined && others.length === 0 ? only.id : null;
};

/** Proposes which step of the new version each of the old one is: by id and kind, else by kind, name and stage. */
export const planMigration = (from: Plan, to: Plan): ProposedMigration => {
  const gone = [...from.nodes.values()].filter((node) => isFree(from, to, node));
  const nodes: Record<string, string> = {};
  const propose = (old: Node, stageNow: string | null): void => {
    const found = lookalike(from, to, old, stageNow);
    if (found !== null && !Object.values(nodes).includes(found)) nodes[old.id] = found;
  };
  for (const old of gone) if (old.kind === "stage") propose(old, null);
  for (const old of gone) {
    const stage = stageOf(old);
    if (old.kind !== "stage") propose(old, stage === null ? null : (nodes[stage] ?? stage));
  }
  const isChanged = (node: Node): boolean => {
    const now = to.nodes.get(node.id);
    return !gone.includes(node) && now !== undefined && !isSameJson(settingsOf(node), settingsOf(now));
  };
  return {
    mapping: { ...NO_MAPPING, nodes },
    unmapped: gone.map(({ id }) => id).filter((id) => nodes[id] === undefined),
    changed: [...from.nodes.values()].filter(isChanged).map(({ id }) => id),
  };
};
