import { storiesDesk } from "./storiesDesk.ts";

/** The thread ends by itself some time before: past this it is taken for stuck. */
const STUCK_MS = 8_000;

/** Where the page has its stories played. */
export const theStoriesDesk = storiesDesk({
  open: () => new Worker(new URL("./stories.worker.ts", import.meta.url), { type: "module", name: "stories" }),
  limitMs: STUCK_MS,
});
