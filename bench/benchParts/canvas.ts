import type { BenchFigure, BenchPart } from "./benchPart.ts";
import { type Gesture, type Taken, takeGesture } from "./canvas/gestures.ts";
import { openPages, type Page } from "./canvas/openPages.ts";
import { percentile } from "./percentile.ts";

const NODES = 1_000;
const ROUNDS = 3;
const FRAME_LIMIT_MS = 33.4;
const GROWTH_LIMIT = 1.25;
/** Frames come in whole sixtieths of a second; what lies between is the clock's. */
const JITTER = 1.05;

const gestures: readonly Gesture[] = ["pan", "drag", "overview"];
const names = { canvas: "canvas", bpmnJs: "bpmn-js" } as const;

const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The canvas and bpmn-js on the same graph in the same browser, in turn: pan and drag at 80 %, pan with everything in sight. */
export const canvas: BenchPart = async ({ say, share }): Promise<readonly BenchFigure[]> => {
  await using pages = await openPages({ nodes: NODES, say });
  const taken = new Map<string, Taken[]>();
  const heaps = new Map<Page["name"], number[]>();
  const moves = Math.max(12, Math.round(60 * share));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const page of pages.all) {
      for (const gesture of gestures) {
        const key = `${page.name} ${gesture}`;
        taken.set(key, [...(taken.get(key) ?? []), await takeGesture(page, gesture, moves)]);
      }
      heaps.set(page.name, [...(heaps.get(page.name) ?? []), await page.heapMb()]);
      say(`round ${round + 1} of ${ROUNDS}: ${names[page.name]}`);
    }
  const of = (name: Page["name"], gesture: Gesture): Taken[] => taken.get(`${name} ${gesture}`) ?? [];
  const frame = (name: Page["name"], gesture: Gesture, share = 0.5): number =>
    percentile(
      of(name, gesture).flatMap(({ frames }) => frames),
      share,
    );
  const work = (name: Page["name"], gesture: Gesture): number =>
    median(of(name, gesture).map(({ workMsPerMove }) => workMsPerMove));
  const heap = (name: Page["name"]): readonly number[] => heaps.get(name) ?? [];
  const words = { pan: "pan", drag: "drag of a step", overview: "pan, all in sight" } as const;
  return [
    ...gestures.flatMap((gesture): BenchFigure[] => [
      {
        figure: `${words[gesture]}: median frame`,
        value: frame("canvas", gesture),
        unit: "ms",
        limit: { atMost: FRAME_LIMIT_MS },
      },
      {
        figure: `${words[gesture]}: median frame beside bpmn-js`,
        value: frame("canvas", gesture) / frame("bpmnJs", gesture),
        unit: "×",
        limit: { atMost: JITTER },
      },
      {
        figure: `${words[gesture]}: 95th percentile beside bpmn-js`,
        value: frame("canvas", gesture, 0.95) / frame("bpmnJs", gesture, 0.95),
        unit: "×",
      },
      { figure: `${words[gesture]}: work per move`, value: work("canvas", gesture), unit: "ms" },
      {
        figure: `${words[gesture]}: work per move beside bpmn-js`,
        value: work("canvas", gesture) / work("bpmnJs", gesture),
        unit: "×",
        ...(gesture !== "overview" && { limit: { atMost: 1 } }),
      },
    ]),
    { figure: "heap after the last round", value: heap("canvas").at(-1) ?? 0, unit: "MB" },
    {
      figure: "heap after the last round beside the first",
      value: (heap("canvas").at(-1) ?? 0) / (heap("canvas")[0] ?? 1),
      unit: "×",
      limit: { atMost: GROWTH_LIMIT },
    },
    {
      figure: "heap beside bpmn-js",
      value: (heap("canvas").at(-1) ?? 0) / (heap("bpmnJs").at(-1) ?? 1),
      unit: "×",
    },
  ];
};
