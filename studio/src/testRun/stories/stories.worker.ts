import { type PlayedStories, playStories, type StoriesOrder } from "./playStories.ts";

/** What the page is told: how many were played so far, and in the end how they went. */
export type StoriesNews =
  | { readonly news: "progress"; readonly done: number }
  | { readonly news: "over"; readonly played: PlayedStories | null };

/** What playing the stories of a draft may take. */
const LIMIT_MS = 5_000;

/** Plays stories beside the page, so that it stays as quick as the hand. */
globalThis.addEventListener("message", ({ data }: MessageEvent<StoriesOrder>) => {
  const until = performance.now() + LIMIT_MS;
  const tell = (news: StoriesNews): void => globalThis.postMessage(news);
  const played = playStories(data, {
    isStopped: () => performance.now() > until,
    onProgress: (done) => tell({ news: "progress", done }),
  });
  tell({ news: "over", played });
});
