import { expect } from "../theHouse.ts";
import { type Desk, keepPicture, openTask } from "./desk.ts";
import { TITLE } from "./quote.ts";

const approvals = ({ page, words }: Desk) =>
  page
    .locator("[data-task]")
    .filter({ hasText: words.step("quote", "managerApproval") })
    .filter({ hasText: TITLE });

/** When a page was loaded last; the same number later means that it never was since. */
export const loadedAtOf = ({ page }: Desk): Promise<number> => page.evaluate(() => performance.timeOrigin);

/** The manager's task is there though her page was never loaded anew, and says until when. */
export const expectTaskByItself = async (manager: Desk, loadedAt: number): Promise<void> => {
  const { page, words } = manager;
  await openTask(manager, words.step("quote", "managerApproval"), TITLE);
  expect(await loadedAtOf(manager)).toBe(loadedAt);
  await expect(page.getByRole("article").getByText(words.like("inbox.due"))).toBeVisible();
  await keepPicture(manager, "07-manager");
};

export const sendBack = async (manager: Desk, comment: string): Promise<void> => {
  const { page, words } = manager;
  await page.getByRole("textbox", { name: words.say("inbox.comment") }).fill(comment);
  await page
    .getByRole("article")
    .getByRole("button", { name: words.say("inbox.sendBack") })
    .click();
  await expect(approvals(manager)).toHaveCount(0);
};

export const approve = async (manager: Desk): Promise<void> => {
  const { page, words } = manager;
  await openTask(manager, words.step("quote", "managerApproval"), TITLE);
  await page
    .getByRole("article")
    .getByRole("button", { name: words.say("inbox.approve") })
    .click();
  await expect(approvals(manager)).toHaveCount(0);
};

/** The rep finds what was sent back, with the comment. */
export const readSentBack = async (rep: Desk, comment: string): Promise<void> => {
  await rep.page.goto("/inbox");
  await openTask(rep, rep.words.step("quote", "managerApproval"), TITLE);
  await expect(rep.page.getByText(comment)).toBeVisible();
  await keepPicture(rep, "08-sent-back");
};

/** Nothing asks the manager while the quote waits for its cost. */
export const expectNothingAsked = async (manager: Desk): Promise<void> => {
  await manager.page.goto("/inbox");
  await expect(manager.page.getByRole("heading", { name: manager.words.say("inbox.title") })).toBeVisible();
  await expect(approvals(manager)).toHaveCount(0);
};
