import type { Json } from "../../kernel/json.ts";
import { jsonText } from "../../kernel/jsonText.ts";
import { keyOf, type Element, type Elements } from "./elements.ts";
import { referencesOf } from "./references.ts";

const kindAt = (elements: Elements, key: Json = null): unknown => elements.get(jsonText(key))?.settings["kind"];

/** Whether an element can stand where it stands: what it names is there and is of a kind that it can name. */
const canStand = (elements: Elements, one: Element): boolean => {
  const { of, settings } = one;
  const named = referencesOf(one).filter(({ path }) => path !== "entry");
  if (named.some(({ key }) => elements.get(key)?.of !== "node")) return false;
  if (of === "edge") {
    const from = kindAt(elements, settings["from"]);
    return from !== "stage" && from !== "end" && kindAt(elements, settings["to"]) !== "start";
  }
  if (of === "move")
    return kindAt(elements, settings["in"]) === "stage" && kindAt(elements, settings["to"]) !== "start";
  if (of === "node" && settings["stage"] !== undefined) return kindAt(elements, settings["stage"]) === "stage";
  return true;
};

const withoutEntry = (one: Element): Element => {
  const { entry: _, ...settings } = one.settings;
  return { ...one, settings };
};

/** A stage whose first step lies elsewhere now has none. */
const withEntryInside = (elements: Elements, one: Element): Element => {
  const { entry } = one.settings;
  return entry === undefined || elements.get(jsonText(entry))?.settings["stage"] === one.id ? one : withoutEntry(one);
};

/** Stages whose key another has, too, take one of their own: mine keep theirs. */
const withOwnKeys = (elements: Elements, mine: Elements): readonly Element[] => {
  const stages = [...elements.values()].filter(({ settings }) => settings["kind"] === "stage");
  const isMine = (stage: Element): boolean => mine.get(stage.id)?.settings["key"] === stage.settings["key"];
  const taken = new Set<string>();
  const renamed: Element[] = [];
  for (const stage of stages.toSorted((one, other) => Number(isMine(other)) - Number(isMine(one)))) {
    const key = jsonText(stage.settings["key"] ?? null);
    let own = key;
    for (let count = 2; taken.has(own); count += 1) own = `${key.slice(0, 55)}${count}`;
    taken.add(own);
    if (own !== key) renamed.push({ ...stage, settings: { ...stage.settings, key: own } });
  }
  return renamed;
};

/**
 * What is left of elements when nothing may end nowhere: what names something that is gone goes, too, and is told; of several
 * starts mine stays; stages have keys of their own.
 */
export const leftWhole = (
  merged: Elements,
  mine: Elements,
): { readonly elements: Elements; readonly leftOut: readonly Element[]; readonly renumbered: readonly Element[] } => {
  const elements = new Map(merged);
  const leftOut: Element[] = [];
  const starts = [...elements.values()].filter(({ settings }) => settings["kind"] === "start");
  const start = starts.find(({ id }) => mine.has(id)) ?? starts[0];
  let gone = starts.filter((one) => one !== start);
  do {
    for (const one of gone) elements.delete(keyOf(one.of, one.id));
    leftOut.push(...gone);
    gone = [...elements.values()].filter((one) => !canStand(elements, one));
  } while (gone.length > 0);
  for (const [key, one] of elements) {
    const inside = withEntryInside(elements, one);
    if (inside === one) continue;
    elements.set(key, inside);
    leftOut.push(one);
  }
  const renumbered = withOwnKeys(elements, mine);
  for (const one of renumbered) elements.set(one.id, one);
  return { elements, leftOut, renumbered };
};
