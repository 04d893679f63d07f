import { words as printed } from "../../../activities/src/blocks/pdf/words.ts";
import { textOfPdf } from "../../support/textOfPdf.ts";
import { expect } from "../theHouse.ts";
import { type Desk, keepPicture, makeMove, openTask } from "./desk.ts";
import { CUSTOMER, QUOTED, TITLE } from "./quote.ts";

/** The PDF opens from the quote's page, and says what was quoted to whom, all twelve lines of it. */
export const readPdf = async (rep: Desk, quoteAddress: string): Promise<void> => {
  const { page, words } = rep;
  await page.goto(quoteAddress);
  const opened = page.context().waitForEvent("request", (request) => request.url().includes(".pdf?"));
  await page.getByRole("button", { name: words.say("records.pdf"), exact: true }).click();
  const answer = await page.request.get((await opened).url());
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  const text = await textOfPdf(await answer.body());
  const compact = text.replaceAll(/\s/g, "");
  const lines = QUOTED.map(({ family, size }) =>
    words.language === "zh" ? `${family.nameZh}${size}` : `${family.name}${size}`,
  );
  for (const part of [TITLE, CUSTOMER, "2027-12-31", printed[words.language].quote, ...lines])
    expect(compact).toContain(part.replaceAll(" ", ""));
};

/** It is sent: the mail lies in the outbox with the quote attached, and the quote says so by itself. */
export const send = async (rep: Desk, admin: Desk): Promise<void> => {
  const { page, words } = rep;
  await makeMove(rep, words.step("quote", "send"));
  const accepts = page.getByRole("button", { name: words.step("quote", "accept"), exact: true });
  await expect(accepts).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('[data-state="issued"]')).toContainText(words.say("records.revise"));
  await expect(page.locator('[data-field="validUntil"]')).toBeVisible();
  await expect(page.locator('input[data-field="validUntil"], [data-field="validUntil"] input')).toHaveCount(0);
  await keepPicture(rep, "10-sent");
  await admin.page.goto("/outbox");
  const mail = admin.page.getByRole("listitem").filter({ hasText: TITLE }).first();
  await expect(mail.getByRole("link", { name: /\.pdf/ })).toBeVisible();
  await keepPicture(admin, "11-outbox");
};

/** The reminder fires: the rep is asked to ask. */
export const expectReminder = async (rep: Desk): Promise<void> => {
  await rep.page.goto("/inbox");
  await openTask(rep, rep.words.step("quote", "remindOwner"), TITLE);
};

/** The customer accepts, and an order of that quote exists. */
export const accept = async (rep: Desk, quoteAddress: string): Promise<void> => {
  const { page, words } = rep;
  await page.goto(quoteAddress);
  await makeMove(rep, words.step("quote", "accept"));
  await expect(page.getByText(words.step("quote", "accepted"), { exact: true }).first()).toBeVisible();
  await page.goto("/orders");
  const order = page.getByRole("row").filter({ hasText: CUSTOMER }).filter({ hasText: TITLE });
  await expect(order).toContainText(/SO-|O-/);
  await keepPicture(rep, "12-orders");
};
