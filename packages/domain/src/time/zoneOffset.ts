/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds (`Asia/Shanghai` → 28,800,000).
 *
 * The tables of zones live outside the pure packages: whoever calls brings this function along. Same arguments, same answer.
 */
export type ZoneOffset = (zone: string, epochMs: number) => number;

/** The first instant in (low, high] whose wall time is past `wallMs`: where clocks jump over it. */
const jumpOver = (
  wallMs: number,
  [low, high]: readonly [number, number],
  offsetAt: (epochMs: number) => number,
): number => {
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (middle + offsetAt(middle) > wallMs) to = middle;
    else from = middle;
  }
  return to;
};

/**
 * The instant at which clocks in a zone show a wall time (given as if it were UTC). Never decreases as the wall time grows.
 *
 * A time that occurs twice in autumn is its first occurrence; one that is skipped in spring is the instant of the jump.
 */
export const instantOfWall = (wallMs: number, zone: string, zoneOffset: ZoneOffset): number => {
  const offsetAt = (epochMs: number): number => zoneOffset(zone, epochMs);
  const first = wallMs - offsetAt(wallMs - 86_400_000);
  if (first + offsetAt(first) === wallMs) return first;
  const second = wallMs - offsetAt(wallMs + 86_400_000);
  if (second + offsetAt(second) === wallMs) return second;
  return jumpOver(wallMs, [Math.min(first, second), Math.max(first, second)], offsetAt);
};
