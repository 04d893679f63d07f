import { families } from "../productFile.ts";
import { expect } from "../theHouse.ts";
import { type Desk, keepPicture } from "./desk.ts";

/** What the quote of the story is called, and for whom it is. */
export const TITLE = "Palletising cell 7";
export const CUSTOMER = "Hartmann";

/** The twelve products that are quoted: each family once, and two of them in another size. */
export const QUOTED = [...families, ...families.slice(0, 2)].map((family, index) => ({
  family,
  size: index < families.length ? 50 : 100,
}));

/** What a line is called for somebody who cannot see the grid. */
export const lineLabel = ({ words }: Desk, recordType: string, column: string, line: number): string =>
  `${words.field(recordType, `lines.${column}`)}, ${words.say("form.line")} ${line}`;

/** The rep makes a quote of twelve lines with 13 % discount; answers its address. */
export const draftQuote = async (rep: Desk): Promise<string> => {
  const { page, words } = rep;
  await page.goto("/quotes/new");
  await page.locator('[data-field="name"]').fill(TITLE);
  await page.getByRole("combobox", { name: words.field("quote", "customer") }).fill(CUSTOMER);
  await page.getByRole("option", { name: new RegExp(CUSTOMER) }).click();
  await page.locator('[data-field="validUntil"]').fill("2027-12-31");
  await page.locator('[data-field="discount"]').fill("13");
  for (const { family, size } of QUOTED) {
    const code = `E2E-${family.code}-${String(size).padStart(4, "0")}`;
    await page.getByRole("textbox", { name: words.say("form.addProduct") }).fill(code);
    await page.getByRole("option").filter({ hasText: code }).first().click();
  }
  await expect(page.getByLabel(lineLabel(rep, "quote", "quantity", 12))).toBeVisible();
  await page.getByRole("button", { name: words.say("records.create") }).click();
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
  await expect(page.getByLabel(lineLabel(rep, "quote", "quantity", 12))).toBeVisible();
  await expect(page.getByLabel(lineLabel(rep, "quote", "quantity", 13))).toHaveCount(0);
  await expect(page.getByText(/· 13 ?%$/)).toBeVisible();
  return page.url();
};

/** Submitting is refused: why, and who can clear it; and costing is asked for from there. */
export const submitInVain = async (rep: Desk): Promise<void> => {
  const { page, words } = rep;
  await page.getByRole("button", { name: `${words.step("quote", "submit")}: ${words.say("records.notYet")}` }).click();
  const why = page.getByRole("dialog");
  await expect(why.locator('[data-code="COST_NOT_SIGNED"]')).toBeVisible();
  await expect(why).toContainText(words.role("finance"));
  await keepPicture(rep, "04-refused");
  await why.getByRole("button", { name: words.say("records.startCosting") }).click();
  await expect(page.getByText(words.say("records.costingStarted"))).toBeVisible();
};

/** The rep halves a costed line of the open quote; answers nothing, and the sheet no longer covers it. */
export const changeLineThree = async (rep: Desk): Promise<void> => {
  const { page, words } = rep;
  await page.getByLabel(lineLabel(rep, "quote", "quantity", 3)).fill("2");
  await page.getByRole("button", { name: words.say("form.save") }).click();
  await expect(page.getByText(words.say("form.saved"), { exact: true }).first()).toBeVisible();
};
