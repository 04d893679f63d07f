import { expect } from "../theHouse.ts";
import { type Desk, keepPicture } from "./desk.ts";

/** The admin makes the manager's threshold 12 % on the canvas, and the reminder three seconds, and publishes version 2. */
export const redrawAndPublish = async (admin: Desk): Promise<void> => {
  const { page, words } = admin;
  await page.goto("/studio/processes/quote");
  await expect(page.locator('[data-ready="true"]').first()).toBeVisible();
  const overLimit = page.locator('[data-wire="overLimit"]');
  await expect(overLimit).toContainText("15");
  await overLimit.click();
  const limit = page.getByLabel(words.say("canvas.condition.value", { number: 1 }));
  await limit.fill("12");
  await limit.press("Tab");
  await expect(overLimit).toContainText("12");
  await keepPicture(admin, "01-canvas");
  await page.locator('[data-move="remind"]').first().click();
  await page.getByLabel(words.say("canvas.span.amount")).fill("3");
  await page.getByLabel(words.say("canvas.span.unit")).first().click();
  await page.getByRole("option", { name: words.say("canvas.span.units.second") }).click();
  await page.getByLabel(words.say("canvas.span.calendar")).first().click();
  await page.getByRole("option", { name: words.say("canvas.calendar.elapsed") }).click();
  await expect(page.locator('[role="status"][data-status="saved"]')).toBeVisible();
  await page.getByRole("button", { name: words.say("processes.header.publish"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator('[data-proof="done"]')).toBeVisible({ timeout: 30_000 });
  const warnings = dialog.getByRole("checkbox");
  if (await warnings.isVisible()) await warnings.check();
  await keepPicture(admin, "02-publish");
  await dialog.getByRole("button", { name: words.say("processes.publish.confirm", { version: 2 }) }).click();
  await expect(page.getByText(words.say("processes.header.published", { version: 2 }))).toBeVisible();
};

/** The version that the case of an open record goes by. */
export const expectVersion = async ({ page, words }: Desk, version: number): Promise<void> => {
  await page.getByRole("link", { name: words.say("records.openCase") }).click();
  await expect(page.getByText(words.say("cases.version", { version }), { exact: true })).toBeVisible();
};
