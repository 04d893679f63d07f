/** A layer of the suite. Its budget is a hard limit that nothing may raise. */
export interface Layer {
  readonly name: string;
  readonly minutes: number;
  /** The folder that must exist before the layer counts; `null` for tests beside the source. */
  readonly folder: string | null;
  readonly needsServers: boolean;
  readonly workers: number;
  readonly runner: "vitest" | "playwright";
}

/** All layers, in the order in which they are run: what is fast and points at the cause comes first. */
export const layers: readonly Layer[] = [
  { name: "unit", minutes: 3, folder: null, needsServers: false, workers: 2, runner: "vitest" },
  { name: "stories", minutes: 5, folder: "test/stories", needsServers: true, workers: 2, runner: "vitest" },
  { name: "doors", minutes: 6, folder: "test/doors", needsServers: true, workers: 2, runner: "vitest" },
  { name: "faults", minutes: 8, folder: "test/faults", needsServers: true, workers: 2, runner: "vitest" },
  { name: "replay", minutes: 1, folder: "test/replay", needsServers: true, workers: 2, runner: "vitest" },
  { name: "architecture", minutes: 1, folder: "test/architecture", needsServers: false, workers: 2, runner: "vitest" },
  { name: "browser", minutes: 14, folder: "test/e2e", needsServers: false, workers: 1, runner: "playwright" },
];
