import type { RecordedPlace } from "./recorded.ts";

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((it) => other.includes(it));

/** Hands out what was recorded under each name, each once: first what was for the same people, else in its order. */
export class Matching {
  private readonly left: Map<string, RecordedPlace[]>;

  constructor(places: ReadonlyMap<string, readonly RecordedPlace[]>) {
    this.left = new Map([...places].map(([name, all]) => [name, [...all]]));
  }

  take(name: string, people: readonly string[] = []): RecordedPlace | null {
    const all = this.left.get(name) ?? [];
    const same = all.findIndex((it) => isSameSet(it.people, people));
    const [place] = all.splice(Math.max(0, same), 1);
    return place ?? null;
  }
}
