import { Exact } from "../../expression/decimal.ts";

const TEN = new Exact(10);
const DEEPEST = -60;

const digits = (value: Exact): number =>
  value.abs().toFixed().replace(".", "").replace(/^0+/, "").replace(/0+$/, "").length;

/** Of two numbers the one that is said in fewer digits comes first. */
export const byRoundness = (a: Exact, b: Exact): number => digits(a) - digits(b);

/** The multiples of a step that lie strictly between two numbers, those nearest to their middle first; at most `count`. */
const multiplesBetween = (from: Exact, to: Exact, step: Exact, count: number): readonly Exact[] => {
  const middle = from.plus(to).div(2).div(step).round();
  const around = Array.from({ length: 2 * count + 1 }, (_, index) => index - count);
  return around
    .map((offset) => middle.plus(offset).times(step))
    .filter((it) => it.gt(from) && it.lt(to))
    .toSorted((a, b) =>
      a
        .minus(from)
        .minus(to.minus(a))
        .abs()
        .cmp(b.minus(from).minus(to.minus(b)).abs()),
    )
    .slice(0, count);
};

/**
 * Two numbers that lie strictly between two others, as round as there are any, nearest to the middle; whole numbers only where
 * the field holds no others. Fewer where there are no more.
 */
export const roundBetween = (from: Exact, to: Exact, isWhole: boolean): readonly Exact[] => {
  const span = to.minus(from);
  let found: readonly Exact[] = [];
  for (let power = Math.max(0, span.e); power >= (isWhole ? 0 : DEEPEST) && found.length < 2; power -= 1)
    found = multiplesBetween(from, to, TEN.pow(power), 2);
  return found;
};

/** Where values below the least and above the greatest limit are looked for: as people would expect them there. */
const outskirts = (sorted: readonly Exact[], isShare: boolean): { readonly low: Exact; readonly high: Exact } => {
  const [least, most] = [sorted[0] ?? new Exact(0), sorted.at(-1) ?? new Exact(0)];
  const reach = (of: Exact): Exact => (of.isZero() ? TEN : of.abs());
  const isWithin = isShare && most.lt(1);
  return {
    low: least.gt(0) ? new Exact(0) : least.minus(reach(least)),
    high: isWithin ? new Exact(1) : most.plus(reach(most)),
  };
};

/**
 * Numbers that stand for all there are, whatever is compared with these limits: the limits, and `each` (one or two) of each
 * stretch between and beside them. They are such as people would name: round, not below nothing and no more than the whole where that can be.
 */
export const numbersAround = (
  limits: readonly string[],
  { isWhole, isShare, each }: { readonly isWhole: boolean; readonly isShare: boolean; readonly each: number },
): readonly Exact[] => {
  const sorted = limits.map((text) => new Exact(text)).toSorted((a, b) => a.cmp(b));
  const { low, high } = outskirts(sorted, isShare);
  const ends = [low, ...sorted, high];
  const stretches = ends.slice(1).flatMap((to, index) => roundBetween(ends[index] ?? to, to, isWhole).slice(0, each));
  const edges = [...(sorted.length === 0 || low.lt(sorted[0] ?? low) ? [low] : []), ...sorted, high];
  return [...edges.filter((it) => !isWhole || it.isInteger()), ...stretches].toSorted((a, b) => a.cmp(b));
};
