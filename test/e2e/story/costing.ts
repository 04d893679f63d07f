import { expect } from "../theHouse.ts";
import { type Desk, keepPicture, openTask } from "./desk.ts";
import { lineLabel, TITLE } from "./quote.ts";

const taskOf = ({ page }: Desk, name: string) =>
  page.locator("[data-task]").filter({ hasText: name }).filter({ hasText: TITLE });

/** The cost engineer opens the task, fills in the sheet and says that it is costed. */
export const cost = async (engineer: Desk, amounts: readonly string[]): Promise<void> => {
  const { page, words } = engineer;
  const task = words.step("costSignOff", "cost");
  await page.goto("/inbox");
  await openTask(engineer, task, TITLE);
  await page.getByRole("article").getByRole("link", { name: /CS-/ }).click();
  await expect(page.getByRole("button", { name: words.say("form.addLine") })).toBeVisible();
  for (const [index, amount] of amounts.entries()) {
    const description = page.getByLabel(lineLabel(engineer, "costSheet", "description", index + 1));
    if (!(await description.isVisible())) await page.getByRole("button", { name: words.say("form.addLine") }).click();
    await description.fill(`Cost block ${index + 1}`);
    await page.getByLabel(lineLabel(engineer, "costSheet", "unitCost", index + 1)).fill(amount);
  }
  await page.locator('[data-field="validUntil"]').fill("2027-12-31");
  await page.getByRole("button", { name: words.say("form.save") }).click();
  await expect(page.getByText(words.say("form.saved"), { exact: true }).first()).toBeVisible();
  await keepPicture(engineer, "05-cost-sheet");
  await page.goto("/inbox");
  await openTask(engineer, task, TITLE);
  const costed = words.outcome("costSignOff", "cost", "costed");
  await page.getByRole("article").getByRole("button", { name: costed }).click();
  await expect(taskOf(engineer, task)).toHaveCount(0);
};

/** Finance signs the sheet. */
export const sign = async (finance: Desk): Promise<void> => {
  const task = finance.words.step("costSignOff", "sign");
  await openTask(finance, task, TITLE);
  await keepPicture(finance, "06-sign");
  await finance.page
    .getByRole("article")
    .getByRole("button", { name: finance.words.say("inbox.approve") })
    .click();
  await expect(taskOf(finance, task)).toHaveCount(0);
};
