import { isComparable, reasonOf, type Compared, type ComparedWay, type Incomparable, type Json } from "@sluice/process";

/** What a case is listed under. */
export const foundKinds = ["flipped", "more", "fewer", "otherwise", "open", "forbidden", "unknown"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** A case of a what-if, as it is kept: both ways, where they part and what was seen there; or why it cannot be compared. */
export type FoundDetail =
  | {
      readonly was: ComparedWay;
      readonly now: ComparedWay;
      readonly partsAt: number | null;
      readonly saw: Readonly<Record<string, Json>>;
      /** The control points that the door would have held against it. */
      readonly forbidden?: readonly string[];
    }
  | { readonly why: string };

export interface FoundCase {
  readonly caseId: string;
  readonly kinds: readonly FoundKind[];
  readonly detail: FoundDetail;
}

const MOST = { entries: 120, controls: 20, fields: 20, characters: 300 } as const;

const shortened = (way: ComparedWay): ComparedWay => ({ ...way, path: way.path.slice(0, MOST.entries) });

const seen = (saw: Compared["saw"]): Compared["saw"] =>
  Object.fromEntries(
    Object.entries(saw)
      .filter(([, value]) => JSON.stringify(value).length <= MOST.characters)
      .slice(0, MOST.fields),
  );

/** What is kept of a case; null for one that went the very same way, and might. */
export const foundOf = (it: Compared | Incomparable): FoundCase | null => {
  if (!isComparable(it)) return { caseId: it.caseId, kinds: ["unknown"], detail: { why: reasonOf(it) } };
  const change = it.now.approvals - it.was.approvals;
  const kinds: readonly (FoundKind | false)[] = [
    it.isFlipped && "flipped",
    change > 0 && "more",
    change < 0 && "fewer",
    it.goesOtherwise && "otherwise",
    !it.now.end.isEnded && "open",
    it.forbidden.length > 0 && "forbidden",
  ];
  const own = kinds.filter((kind) => kind !== false);
  if (own.length === 0) return null;
  const { partsAt } = it;
  const forbidden = it.forbidden.slice(0, MOST.controls);
  return {
    caseId: it.caseId,
    kinds: own,
    detail: { was: shortened(it.was), now: shortened(it.now), partsAt, saw: seen(it.saw), forbidden },
  };
};

/** So many cases of each kind are kept to be opened; all are counted. */
const MOST_OF_KIND = 1_000;

/** Tells which of the cases are kept: each kind has room of its own, so that the many do not crowd out the few. */
export const keeping = (): ((found: FoundCase) => boolean) => {
  const counts = new Map<FoundKind, number>();
  return ({ kinds }) => {
    const hasRoom = kinds.some((kind) => (counts.get(kind) ?? 0) < MOST_OF_KIND);
    if (hasRoom) for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return hasRoom;
  };
};
