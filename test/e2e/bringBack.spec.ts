import { expect, test } from "./theHouse.ts";

test("what was deleted stands beside its list, and comes back from there", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: /Mei Lin/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();

  await page.goto("/contacts");
  await page.getByRole("row").nth(1).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).not.toHaveText("Contacts");
  const name = await heading.innerText();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);

  await page.getByRole("button", { name: "Deleted" }).click();
  await expect(page).toHaveURL(/deleted=true/);
  await page.getByRole("button", { name: `Restore ${name}` }).click();

  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.goto("/contacts?deleted=true");
  await expect(page.getByRole("heading", { name: "Nothing was deleted" })).toBeVisible();
});
