import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { definitionOf, elementsOf, keyOf, type Element, type Elements } from "./elements.ts";
import { inOrder } from "./inOrder.ts";
import { leftWhole } from "./leftWhole.ts";
import { mergeElement, type Choose } from "./mergeElement.ts";
import type { Adjusted, Choice, Conflict } from "./merging.ts";
import { referencesOf, withOwnIds } from "./references.ts";

/** What two people made of one definition, and what it was before either touched it. */
export interface ThreeVersions {
  readonly base: ProcessDefinition;
  readonly mine: ProcessDefinition;
  readonly theirs: ProcessDefinition;
}

/** Two sets of changes in one definition, with what has to be chosen and what could not stay as it was. */
export interface Merge {
  readonly definition: ProcessDefinition;
  readonly conflicts: readonly Conflict[];
  readonly adjusted: readonly Adjusted[];
}

interface Sides {
  readonly base: Elements;
  readonly mine: Elements;
  readonly theirs: Elements;
}

const allKeys = (sides: Sides): ReadonlySet<string> =>
  new Set([...sides.mine.keys(), ...sides.theirs.keys(), ...sides.base.keys()]);

const isNaming = (one: Element | undefined, key: string): boolean =>
  one !== undefined && referencesOf(one).some((it) => it.key === key);

/** Brings an element back with all that stood at it, and what stood at that, as the side has it that kept it. */
const bringBack = (base: Elements, from: Elements, merged: Map<string, Element>, first: string): void => {
  const open = [first];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const kept = from.get(key);
    if (kept === undefined) continue;
    merged.set(key, kept);
    for (const [other, was] of base) {
      const back = from.get(other);
      if (back === undefined || !isNaming(was, key) || !isNaming(back, key)) continue;
      if (back.of === "node" && !merged.has(other)) open.push(other);
      merged.set(other, back);
    }
  }
};

/** An element that one side took away and the other builds on: kept with all that stood at it, or gone with what was built. */
const settleRemoved = (
  sides: Sides,
  merged: Map<string, Element>,
  found: Map<string, Conflict>,
  choose: Choose,
): void => {
  for (const [key, was] of sides.base) {
    const isMine = !sides.mine.has(key);
    const from = isMine ? sides.theirs : sides.mine;
    if (isMine !== sides.theirs.has(key)) continue;
    const uses = [...merged.values()].filter((one) => isNaming(one, key));
    const known = found.get(key);
    if (uses.length === 0 && known === undefined) continue;
    found.set(key, {
      ...(known ?? { key, of: was.of, id: was.id, path: null, mine: undefined, theirs: undefined }),
      kind: isMine ? "removedByMine" : "removedByTheirs",
      uses: uses.map(({ of, id }) => ({ of, id })),
    });
    if ((choose(key) === "mine") !== isMine) bringBack(sides.base, from, merged, key);
  }
};

/**
 * Puts what two people changed in the same definition into one, on stable ids.
 *
 * Changes to different settings both stand; the same change made twice stands once; different things that were given one id both
 * stay, theirs under another. Where both cannot stand there is a conflict, decided by `choices` (mine where nothing is chosen).
 * Whatever is chosen, what comes out is whole: nothing ends nowhere, and what had to be left out for it is told.
 */
export const mergeDefinitions = (
  { base, mine, theirs }: ThreeVersions,
  choices: { readonly [conflict: string]: Choice } = {},
): Merge => {
  const own = { base: elementsOf(base), mine: elementsOf(mine) };
  const { theirs: named, renamed } = withOwnIds(own.base, own.mine, elementsOf(theirs));
  const sides: Sides = { ...own, theirs: named };
  const choose: Choose = (key) => (Object.hasOwn(choices, key) ? (choices[key] as Choice) : "mine");
  const merged = new Map<string, Element>();
  const found = new Map<string, Conflict>();
  for (const key of allKeys(sides)) {
    const three = { base: sides.base.get(key), mine: sides.mine.get(key), theirs: sides.theirs.get(key) };
    const { element, conflicts } = mergeElement(three, choose);
    if (element !== null) merged.set(key, element);
    for (const conflict of conflicts) found.set(conflict.key, conflict);
  }
  settleRemoved(sides, merged, found, choose);
  const { elements, leftOut, renumbered } = leftWhole(merged, sides.mine);
  const order = inOrder(new Set(elements.keys()), {
    base: [...sides.base.keys()],
    mine: [...sides.mine.keys()],
    theirs: [...sides.theirs.keys()],
  });
  const adjusted = (what: Adjusted["what"], all: readonly Element[]) => all.map(({ of, id }) => ({ what, of, id }));
  return {
    definition: definitionOf(new Map(order.map((key) => [key, elements.get(key) as Element]))),
    conflicts: [...found.values()],
    adjusted: [
      ...adjusted("leftOut", leftOut),
      ...adjusted(
        "renamed",
        [...renamed, ...renumbered].filter(({ of, id }) => elements.has(keyOf(of, id))),
      ),
    ],
  };
};
