import { fileURLToPath } from "node:url";
import type { Browser, Page } from "@playwright/test";
import { expect } from "../theHouse.ts";
import type { Words } from "./words.ts";

/** Somebody at work: their page, and the words they read. */
export interface Desk {
  readonly page: Page;
  readonly words: Words;
}

/** Somebody of the demo firm at their own desk: a browser of their own, signed in with one click, in their language. */
export const atTheDeskOf = async (browser: Browser, address: string, name: string, words: Words): Promise<Desk> => {
  const isChinese = words.language === "zh";
  const context = await browser.newContext({
    baseURL: address,
    locale: isChinese ? "zh-CN" : "en-GB",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  const html = page.locator("html");
  if ((await html.getAttribute("lang"))?.startsWith(isChinese ? "en" : "zh") === true)
    await page.getByRole("button", { name: /Switch to English|切换到中文/ }).click();
  await expect(html).toHaveAttribute("lang", isChinese ? /^zh/ : /^en/);
  await expect(page.getByRole("heading", { name: words.say("inbox.title"), level: 1 })).toBeVisible();
  return { page, words };
};

/** Opens a task of the inbox by its name and the record it is about. */
export const openTask = async ({ page }: Desk, name: string, about: string): Promise<void> => {
  const task = page.locator("[data-task]").filter({ hasText: name }).filter({ hasText: about }).first();
  await expect(task).toBeVisible({ timeout: 30_000 });
  await task.click();
  await expect(page.getByRole("article").getByRole("heading", { name })).toBeVisible();
};

/** Makes a move of the open record, and confirms it where it asks. */
export const makeMove = async ({ page }: Desk, name: string): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible().catch(() => false)) await dialog.getByRole("button", { name, exact: true }).click();
};

/** Keeps what a page shows now, for a person to look at: `test-results/story-<language>/<name>.png`. */
export const keepPicture = async ({ page, words }: Desk, name: string): Promise<void> => {
  await page.screenshot({
    path: fileURLToPath(new URL(`../../../test-results/story-${words.language}/${name}.png`, import.meta.url)),
    animations: "disabled",
  });
};
