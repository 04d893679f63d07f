import type { Page } from "./openPages.ts";

export type Gesture = "pan" | "drag" | "overview";

/** What one gesture took: the times between frames, and work on the page's thread for each move. */
export interface Taken {
  readonly frames: readonly number[];
  readonly workMsPerMove: number;
}

const zooms = { pan: 0.8, drag: 0.8, overview: 0.2 } as const;
const DRAGGED = "s9n18";

const call = <T>({ browserPage }: Page, name: string, argument: unknown = null): Promise<T> =>
  browserPage.evaluate<T>(`window.measured.${name}(${JSON.stringify(argument)})`);

/** Two frames later: what was asked for has been drawn. */
const settled = ({ browserPage }: Page): Promise<void> =>
  browserPage.evaluate<void>("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))");

const movesOf = async (page: Page, gesture: Gesture, moves: number, at: { x: number; y: number }): Promise<void> => {
  const { mouse } = page.browserPage;
  for (let move = 1; move <= moves; move += 1) {
    // To and fro, and at the end somewhere else: a drag that comes back has moved nothing.
    const away = Math.round(120 * Math.sin((move / moves) * 4 * Math.PI) + (60 * move) / moves);
    if (gesture === "drag") await mouse.move(at.x + away, at.y + Math.round(away / 4));
    else await mouse.wheel(away / 2, 24 * (move % 40 < 20 ? 1 : -1));
  }
};

/** Takes one gesture on one page, and puts back what it moved. */
export const takeGesture = async (page: Page, gesture: Gesture, moves: number): Promise<Taken> => {
  const { mouse } = page.browserPage;
  await call(page, "zoomTo", zooms[gesture]);
  await settled(page);
  const middle = await call<{ x: number; y: number }>(page, "pointOf", DRAGGED);
  // Beside the wires that may cross its middle.
  const at = { x: middle.x, y: middle.y + 14 };
  await settled(page);
  await mouse.move(at.x, at.y);
  if (gesture === "drag") await mouse.down();
  await settled(page);
  const before = await page.workSeconds();
  await call(page, "begin");
  await movesOf(page, gesture, moves, at);
  const frames = await call<number[]>(page, "end");
  const after = await page.workSeconds();
  if (gesture === "drag") {
    await mouse.up();
    await settled(page);
    if (!(await call<boolean>(page, "undo"))) throw new Error(`${page.name}: nothing was dragged`);
  }
  return { frames, workMsPerMove: ((after - before) * 1_000) / moves };
};
