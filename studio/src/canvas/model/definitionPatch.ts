import type { ProcessDefinition } from "@sluice/process";

type Element = { readonly id: string };
type Change = readonly [before: unknown, after: unknown];

/** What one edit changed, small enough to keep a hundred of: elements by id before and after, orders, other settings. */
export interface DefinitionPatch {
  readonly nodes: Readonly<Record<string, Change>>;
  readonly edges: Readonly<Record<string, Change>>;
  readonly settings: Readonly<Record<string, Change>>;
  readonly order?: { readonly nodes: Change; readonly edges: Change };
}

const changesOf = (before: readonly Element[], after: readonly Element[]): Record<string, Change> => {
  if (before === after) return {};
  const old = new Map(before.map((element) => [element.id, element]));
  const changes: Record<string, Change> = {};
  for (const element of after) {
    const was = old.get(element.id);
    if (was !== element) changes[element.id] = [was ?? null, element];
    old.delete(element.id);
  }
  for (const [id, element] of old) changes[id] = [element, null];
  return changes;
};

const idsOf = (elements: readonly Element[]): string[] => elements.map((element) => element.id);
const sameIds = (one: readonly Element[], other: readonly Element[]): boolean =>
  one.length === other.length && one.every((element, index) => element.id === other[index]?.id);

/** What leads from one definition to another. Elements untouched by the edit are told by identity, so it costs one pass. */
export const patchBetween = (before: ProcessDefinition, after: ProcessDefinition): DefinitionPatch => {
  const settings: Record<string, Change> = {};
  const { nodes: _n, edges: _e, ...settingsBefore } = before;
  const { nodes: _m, edges: _f, ...settingsAfter } = after;
  for (const key of new Set([...Object.keys(settingsBefore), ...Object.keys(settingsAfter)])) {
    const change: Change = [Reflect.get(settingsBefore, key) ?? null, Reflect.get(settingsAfter, key) ?? null];
    if (change[0] !== change[1]) settings[key] = change;
  }
  const reordered = !sameIds(before.nodes, after.nodes) || !sameIds(before.edges, after.edges);
  return {
    nodes: changesOf(before.nodes, after.nodes),
    edges: changesOf(before.edges, after.edges),
    settings,
    ...(reordered && {
      order: { nodes: [idsOf(before.nodes), idsOf(after.nodes)], edges: [idsOf(before.edges), idsOf(after.edges)] },
    }),
  };
};

export const isEmptyPatch = (patch: DefinitionPatch): boolean =>
  Object.keys(patch.nodes).length + Object.keys(patch.edges).length + Object.keys(patch.settings).length === 0 &&
  !patch.order;

const applied = <T extends Element>(
  elements: readonly T[],
  changes: Readonly<Record<string, Change>>,
  side: 0 | 1,
  order?: Change,
): T[] => {
  const byId = new Map(elements.map((element) => [element.id, element]));
  for (const [id, change] of Object.entries(changes)) {
    if (change[side] === null) byId.delete(id);
    else byId.set(id, change[side] as T);
  }
  const ids = (order?.[side] as readonly string[] | undefined) ?? [...byId.keys()];
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** The definition after (`redo`) or before (`undo`) a patch, from the one on its other side. */
export const applyPatch = (
  definition: ProcessDefinition,
  patch: DefinitionPatch,
  way: "undo" | "redo",
): ProcessDefinition => {
  const side = way === "undo" ? 0 : 1;
  const next: Record<string, unknown> = { ...definition };
  for (const [key, change] of Object.entries(patch.settings)) {
    if (change[side] === null) delete next[key];
    else next[key] = change[side];
  }
  return {
    ...(next as ProcessDefinition),
    nodes: applied(definition.nodes, patch.nodes, side, patch.order?.nodes),
    edges: applied(definition.edges, patch.edges, side, patch.order?.edges),
  };
};
