import type { Json } from "../../kernel/json.ts";
import { jsonText } from "../../kernel/jsonText.ts";
import { changedSettings, isOnlyDrawn, isSameSetting } from "./diffDefinitions.ts";
import { keyOf, type Element } from "./elements.ts";
import type { Choice, Conflict } from "./merging.ts";

export interface ThreeElements {
  readonly base: Element | undefined;
  readonly mine: Element | undefined;
  readonly theirs: Element | undefined;
}

export interface MergedElement {
  readonly element: Element | null;
  readonly conflicts: readonly Conflict[];
}

/** Whose side was chosen; mine where nobody has. */
export type Choose = (key: string) => Choice;

const isSame = (one: Element | undefined, other: Element | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : one.of === other.of && changedSettings(one, other).length === 0;

/** Whether all that was changed is where it is drawn. */
const isOnlyMoved = (base: Element, one: Element): boolean =>
  changedSettings(base, one).every(({ path }) => isOnlyDrawn(path));

const conflictOf = (
  of: Element,
  kind: Conflict["kind"],
  { path = null, mine, theirs }: { path?: string | null; mine?: Json | undefined; theirs?: Json | undefined } = {},
): Conflict => ({
  key: [keyOf(of.of, of.id), ...(path === null ? [] : [path])].join(" · "),
  kind,
  of: of.of,
  id: of.id,
  path,
  mine,
  theirs,
  uses: [],
});

/** Elements of which one is of another kind have no settings in common that could be put together. */
const isComparable = (all: readonly Element[]): boolean =>
  new Set(
    all.map(
      ({ of, settings }) =>
        `${of} ${of === "node" ? jsonText(settings["kind"] ?? null) : jsonText(settings["must"] ?? null)}`,
    ),
  ).size === 1;

const bySetting = (base: Element, mine: Element, theirs: Element, choose: Choose): MergedElement => {
  const conflicts: Conflict[] = [];
  const paths = new Set([...Object.keys(mine.settings), ...Object.keys(theirs.settings)]);
  const pick = (path: string): Json | undefined => {
    const [was, one, other] = [base, mine, theirs].map(({ settings }) => settings[path]);
    if (isSameSetting(one, other) || isSameSetting(other, was)) return one;
    if (isSameSetting(one, was)) return other;
    if (isOnlyDrawn(path)) return one;
    const conflict = conflictOf(mine, "bothChanged", { path, mine: one, theirs: other });
    conflicts.push(conflict);
    return choose(conflict.key) === "mine" ? one : other;
  };
  const settings = [...paths].flatMap((path) => {
    const value = pick(path);
    return value === undefined ? [] : [[path, value] as const];
  });
  return { element: { ...mine, settings: Object.fromEntries(settings) }, conflicts };
};

const ofRemoved = (kind: "removedByMine" | "removedByTheirs", kept: Element, choose: Choose): MergedElement => {
  const conflict = conflictOf(kept, kind);
  const isKept = (choose(conflict.key) === "mine") === (kind === "removedByTheirs");
  return { element: isKept ? kept : null, conflicts: [conflict] };
};

/** Merges what became of one element on two sides. Where something is drawn is never a conflict: mine stands. */
export const mergeElement = ({ base, mine, theirs }: ThreeElements, choose: Choose): MergedElement => {
  const as = (element: Element | undefined): MergedElement => ({ element: element ?? null, conflicts: [] });
  if (isSame(mine, theirs) || isSame(theirs, base)) return as(mine);
  if (isSame(mine, base)) return as(theirs);
  if (base && theirs && !mine) return isOnlyMoved(base, theirs) ? as(mine) : ofRemoved("removedByMine", theirs, choose);
  if (base && mine && !theirs) return isOnlyMoved(base, mine) ? as(theirs) : ofRemoved("removedByTheirs", mine, choose);
  if (!mine || !theirs) return as(mine ?? theirs);
  if (base && isComparable([base, mine, theirs])) return bySetting(base, mine, theirs, choose);
  if (isComparable([mine, theirs]) && isOnlyMoved(mine, theirs)) return as(mine);
  const conflict = conflictOf(mine, "bothChanged");
  return { element: choose(conflict.key) === "mine" ? mine : theirs, conflicts: [conflict] };
};
