import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../../canvas/fixture/aQuoteProcess.ts";
import { freshGiven } from "../freshGiven.ts";
import { playStories, type StoriesOrder } from "./playStories.ts";
import type { StoriesNews } from "./stories.worker.ts";
import { storiesDesk, type StoriesThread } from "./storiesDesk.ts";

const given = freshGiven({ roles: [{ key: "rep", label: "Rep" }] }, 0);
const story = (id: string, stage: string) => ({
  id,
  name: { en: id, zh: id },
  given: { ...given, expect: [{ see: "stage" as const, stage }] },
  steps: [],
});
const anOrder = (): StoriesOrder => ({
  definition: { ...aQuoteProcess(), stories: [story("right", "draft"), story("wrong", "approval")] },
  schemas: Object.values(recordSchemas),
});
const playing = { isStopped: () => false, onProgress: () => undefined };

/** A thread that does what the worker does, once it is let; or never. */
const aThread = (): StoriesThread & { readonly answer: () => void; readonly isEnded: () => boolean } => {
  let order: StoriesOrder | null = null;
  let ended = false;
  const tell = (data: StoriesNews): void => {
    if (!ended) thread.onmessage?.call(thread as unknown as Worker, { data } as MessageEvent<StoriesNews>);
  };
  const thread = {
    onmessage: null as StoriesThread["onmessage"],
    onerror: null as StoriesThread["onerror"],
    postMessage: (told: unknown) => {
      order = told as StoriesOrder;
    },
    terminate: () => {
      ended = true;
    },
    answer: () => {
      if (order === null) return;
      const played = playStories(order, { ...playing, onProgress: (done) => tell({ news: "progress", done }) });
      tell({ news: "over", played });
    },
    isEnded: () => ended,
  };
  return thread;
};

const aDesk = (limitMs = 60_000) => {
  const threads: ReturnType<typeof aThread>[] = [];
  const desk = storiesDesk({
    limitMs,
    open: () => {
      const thread = aThread();
      threads.push(thread);
      return thread;
    },
  });
  return { desk, threads };
};

describe("the stories of a draft, played", () => {
  it("say which went as told, where not, and what they come past", () => {
    const played = playStories(anOrder(), playing);
    expect(played?.verdicts).toEqual([
      { story: "right", passed: true, failsAt: null, isCut: false },
      { story: "wrong", passed: false, failsAt: 0, isCut: false },
    ]);
    expect(played?.findings.map(({ code, path }) => [code, path])).toEqual([["STORY_FAILS", "stories.1"]]);
    expect(played?.coverage.nodes.met).toBeGreaterThan(0);
  });

  it("are cut where time is up, and fail by it", () => {
    const played = playStories(anOrder(), { ...playing, isStopped: () => true });
    expect(played?.verdicts.map(({ passed, isCut }) => [passed, isCut])).toEqual([
      [false, true],
      [false, true],
    ]);
  });

  it("are not played while the draft cannot run", () => {
    const { definition, schemas } = anOrder();
    const broken = { ...definition, nodes: definition.nodes.filter(({ kind }) => kind !== "start") };
    expect(playStories({ definition: broken, schemas }, playing)).toBeNull();
  });
});

describe("the desk", () => {
  it("plays a draft once in a thread of its own, tells how far it is, and ends the thread", async () => {
    const { desk, threads } = aDesk();
    const order = anOrder();
    const told: number[] = [];
    const [one, other] = [desk.play(order, { onProgress: (done) => told.push(done) }), desk.play(order)];
    threads[0]?.answer();
    expect(await one).toBe(await other);
    expect(await one).toMatchObject({ verdicts: [{ story: "right" }, { story: "wrong" }] });
    expect(told).toEqual([1, 2]);
    expect(threads.map((thread) => thread.isEnded())).toEqual([true]);
  });

  it("ends a thread that is stuck at its bound, and plays the draft anew when it is asked again", async () => {
    const { desk, threads } = aDesk(1);
    const order = anOrder();
    expect(await desk.play(order)).toBe("stopped");
    expect(threads[0]?.isEnded()).toBe(true);
    const again = desk.play(order);
    threads[1]?.answer();
    expect(await again).not.toBe("stopped");
  });

  it("gives up what nobody wants any more: by hand, or for another draft", async () => {
    const { desk, threads } = aDesk();
    const wish = new AbortController();
    const given_ = desk.play(anOrder(), { signal: wish.signal });
    wish.abort();
    expect(await given_).toBe("stopped");
    const [before, after] = [desk.play(anOrder()), desk.play(anOrder())];
    threads[2]?.answer();
    expect(await before).toBe("stopped");
    expect(await after).toMatchObject({ verdicts: [{ passed: true }, { passed: false }] });
    expect(threads.map((thread) => thread.isEnded())).toEqual([true, true, true]);
  });
});
