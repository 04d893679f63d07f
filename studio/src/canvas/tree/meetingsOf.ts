import type { Edge } from "@sluice/process";

type Ahead = ReadonlyMap<string, readonly Edge[]>;

const reachedFrom = (ahead: Ahead, start: string, stop: string | null): Set<string> => {
  const seen = new Set<string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at !== stop) open.push(...(ahead.get(at) ?? []).map(({ to }) => to));
  }
  return seen;
};

/**
 * The first steps that several ways lead to: one where they meet, none when each goes its own way to the end, more than one when
 * they meet at several places. Nothing behind `stop` is looked at; wires in circles are left out.
 */
export const meetingsOf = (ahead: Ahead, ways: readonly string[], stop: string | null): readonly string[] => {
  const reached = ways.map((start) => reachedFrom(ahead, start, stop));
  const shared = [...new Set(reached.flatMap((each) => [...each]))].filter(
    (id) => reached.filter((each) => each.has(id)).length > 1,
  );
  const behind = new Set(shared.flatMap((id) => [...reachedFrom(ahead, id, stop)].filter((later) => later !== id)));
  return shared.filter((id) => !behind.has(id));
};
