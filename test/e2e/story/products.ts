import { productFile } from "../productFile.ts";
import { expect } from "../theHouse.ts";
import { type Desk, keepPicture } from "./desk.ts";

/** The product manager imports 300 products from a file as a Chinese spreadsheet saves it. */
export const importProducts = async (manager: Desk): Promise<void> => {
  const { page, words } = manager;
  await page.goto("/products/import");
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "产品.csv", mimeType: "text/csv", buffer: productFile() });
  await expect(page.getByText(words.like("imports.readAs", { encoding: "GB18030", rows: 300 })).first()).toBeVisible();
  await page.getByRole("button", { name: words.say("imports.next") }).click();
  await expect(page.getByText(words.say("imports.checkTitle", { valid: 300, total: 300 }))).toBeVisible();
  await keepPicture(manager, "03-import");
  await page.getByRole("button", { name: words.say("imports.start", { count: 300 }) }).click();
  await expect(page.getByText(words.say("imports.doneTitle", { created: 300 }))).toBeVisible({ timeout: 90_000 });
  await page.goto("/products?q=E2E-PC-0050");
  await expect(page.getByRole("row").filter({ hasText: "E2E-PC-0050" })).toContainText(
    /Safety controller 50|安全控制器50/,
  );
};
