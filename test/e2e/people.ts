import type { Browser, Page } from "@playwright/test";
import { expect } from "./theHouse.ts";

/** Somebody of the demo firm at their own desk: a browser of their own, signed in with one click. */
export const atTheDeskOf = async (browser: Browser, address: string, name: string): Promise<Page> => {
  const context = await browser.newContext({ baseURL: address, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  return page;
};

/** Opens a task of the inbox by its name and the record it is about. */
export const openTask = async (page: Page, name: string, about: string): Promise<void> => {
  const task = page.locator("[data-task]").filter({ hasText: name }).filter({ hasText: about }).first();
  await expect(task).toBeVisible({ timeout: 30_000 });
  await task.click();
  await expect(page.getByRole("article").getByRole("heading", { name })).toBeVisible();
};
