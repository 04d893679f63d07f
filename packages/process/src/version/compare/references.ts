import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { jsonText } from "../../kernel/jsonText.ts";
import { keyOf, type Element, type Elements } from "./elements.ts";

/** What an element cannot be without: the keys of the elements that it names, and the setting that names each. */
export interface Reference {
  readonly path: string;
  readonly key: string;
}

const pointsIn = (value: Json): readonly Reference[] => {
  if (Array.isArray(value)) return value.flatMap(pointsIn);
  if (typeof value !== "object" || value === null) return [];
  const { at, stage, step } = value as { readonly [key: string]: Json };
  if (at === "stage") return [{ path: "", key: jsonText(stage ?? null) }];
  return at === "step" ? [{ path: "", key: jsonText(step ?? null) }] : [];
};

const NAMING: Readonly<Partial<Record<Element["of"], readonly string[]>>> = {
  node: ["stage", "entry"],
  edge: ["from", "to"],
  move: ["in", "to"],
};

/** Everything that an element names. */
export const referencesOf = ({ of, settings }: Element): readonly Reference[] =>
  of === "control"
    ? Object.entries(settings).flatMap(([path, value]) => pointsIn(value).map(({ key }) => ({ path, key })))
    : (NAMING[of] ?? []).flatMap((path) => {
        const value = settings[path];
        return typeof value === "string" ? [{ path, key: value }] : [];
      });

/** The ids that two sides gave to different things: a person cannot choose between what has nothing in common. */
const clashes = (base: Elements, mine: Elements, theirs: Elements): readonly Element[] =>
  [...theirs].flatMap(([key, theirs_]) => {
    const mine_ = mine.get(key);
    if (mine_ === undefined || base.has(key) || theirs_.of === "variable" || theirs_.of === "process") return [];
    const { position: _one, order: _two, ...here } = mine_.settings;
    const { position: _three, order: _four, ...there } = theirs_.settings;
    return mine_.of === theirs_.of && isSameJson(here, there) ? [] : [theirs_];
  });

const freeId = (id: string, taken: ReadonlySet<string>, of: Element["of"]): string => {
  const stem = id.slice(0, 55);
  let count = 2;
  while (taken.has(keyOf(of, `${stem}${count}`))) count += 1;
  return `${stem}${count}`;
};

/** Where control points and stories name steps, stages and moves, however deep. */
const NAMED_WITHIN: Readonly<Partial<Record<Element["of"], ReadonlySet<string>>>> = {
  control: new Set(["stage", "step"]),
  story: new Set(["stage", "move", "at", "to"]),
};

const renamedIn = (value: Json, named: ReadonlySet<string>, names: ReadonlyMap<string, string>): Json => {
  if (Array.isArray(value)) return value.map((it) => renamedIn(it as Json, named, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, Json]) => [
      key,
      named.has(key) && typeof inner === "string" ? (names.get(inner) ?? inner) : renamedIn(inner, named, names),
    ]),
  );
};

const renamed = (one: Element, names: ReadonlyMap<string, string>): Element => {
  const id = names.get(keyOf(one.of, one.id)) ?? one.id;
  const within = NAMED_WITHIN[one.of];
  const own = Object.fromEntries(
    Object.entries(one.settings).map(([path, value]): [string, Json] => {
      if (path === "id") return [path, id];
      if (within) return [path, renamedIn(value, within, names)];
      return [path, NAMING[one.of]?.includes(path) ? (names.get(jsonText(value)) ?? value) : value];
    }),
  );
  return { ...one, id, settings: own };
};

/**
 * Their elements with ids of their own: what both sides added under one id, and is not the same, is two things. Answers what was
 * renamed, by its new id.
 */
export const withOwnIds = (
  base: Elements,
  mine: Elements,
  theirs: Elements,
): { readonly theirs: Elements; readonly renamed: readonly Element[] } => {
  const clashing = clashes(base, mine, theirs);
  if (clashing.length === 0) return { theirs, renamed: [] };
  const taken = new Set([...base.keys(), ...mine.keys(), ...theirs.keys()]);
  const names = new Map<string, string>();
  for (const { of, id } of clashing) {
    const free = freeId(id, taken, of);
    names.set(keyOf(of, id), free);
    taken.add(keyOf(of, free));
  }
  const all = [...theirs.values()].map((one) => renamed(one, names));
  const renamedKeys = new Set(clashing.map(({ of, id }) => keyOf(of, names.get(keyOf(of, id)) ?? id)));
  return {
    theirs: new Map(all.map((one) => [keyOf(one.of, one.id), one])),
    renamed: all.filter((one) => renamedKeys.has(keyOf(one.of, one.id))),
  };
};
