import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { root } from "../../scripts/house/root.ts";
import { runLimited } from "../../scripts/testing/runLimited.ts";
import type { SoakPart } from "./soakPart.ts";

const PICTURES = join(root, "test-results/story-zh");

/** The stories of a quote and of an admin told in Chinese, in the browser. Their pictures stay in `test-results/story-zh` for a person to look at. */
export const storiesZh: SoakPart = async ({ deadlineMs }) => {
  rmSync(PICTURES, { recursive: true, force: true });
  const ended = await runLimited({
    command: process.execPath,
    args: [
      join(root, "test/node_modules/@playwright/test/cli.js"),
      "test",
      "--config",
      join(root, "test/e2e/playwright.config.ts"),
      "--reporter=list",
      "quoteStory",
      "adminStory",
    ],
    env: { ...processEnvironment(), SLUICE_STORY_LANGUAGE: "zh", NODE_ENV: "test" },
    withinMs: deadlineMs - Date.now(),
    signal: new AbortController().signal,
  });
  const pictures = existsSync(PICTURES) ? readdirSync(PICTURES).length : 0;
  return {
    isDone: true,
    figures: `2 stories in Chinese, ${pictures} pictures in test-results/story-zh`,
    failures:
      ended === 0 ? [] : [ended === "too late" ? "the stories did not end in time" : "a story did not go as told"],
  };
};
