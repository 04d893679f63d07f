import { expect } from "../theHouse.ts";
import type { Desk } from "./desk.ts";

const PROCESS = "specialPrice";

/** What the admin's inspector shows of what is chosen. */
export const inspectorOf = ({ page, words }: Desk) =>
  page.getByRole("complementary", { name: words.say("canvas.inspector.label") });

const choose = async ({ page }: Desk, option: string): Promise<void> => {
  await page.getByRole("option", { name: option, exact: true }).filter({ visible: true }).click();
};

const add = async ({ page, words }: Desk, kind: string, name: string): Promise<void> => {
  await page.keyboard.type(words.say(`canvas.kind.${kind}.name`));
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-field="name"] input').first()).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(name);
  await page.keyboard.press("Escape");
};

const leadTo = async (desk: Desk, stages: readonly string[]): Promise<void> => {
  const connect = desk.words.say("canvas.inspector.connect");
  for (const [index, stage] of stages.entries()) {
    await inspectorOf(desk).getByRole("combobox", { name: connect }).click();
    await choose(desk, desk.words.say("canvas.inspector.stageItself", { stage: desk.words.step(PROCESS, stage) }));
    await expect(inspectorOf(desk).locator("[data-way-out]")).toHaveCount(index + 1);
  }
};

/** In the tree: where nobody had to decide, finance does above an amount. The record is not locked meanwhile, which is easily forgotten. */
export const askFinanceAbove = async (desk: Desk, amount: number): Promise<void> => {
  const { page, words } = desk;
  await page
    .locator(`button[aria-label*="${words.step(PROCESS, "agreed")}"]`)
    .first()
    .click();
  await add(desk, "branch", words.field("quote", "total"));
  // the ways of the size, of the margin, and of what was just added
  await page
    .getByRole("button", { name: words.say("canvas.tree.addWay"), exact: true })
    .nth(2)
    .click();
  await add(desk, "approval", `${words.role("finance")} +`);
  const inspector = inspectorOf(desk);
  await inspector.getByLabel(words.say("canvas.field.approval_who")).first().click();
  await page.keyboard.press("Backspace");
  await choose(desk, words.role("finance"));
  await page.keyboard.press("Escape");
  await leadTo(desk, ["agreed", "refused", "refused"]);
  await page.getByRole("button", { name: words.say("canvas.condition.always"), exact: true }).click();
  await inspector.getByRole("button", { name: words.say("canvas.condition.add") }).click();
  await inspector.getByRole("combobox", { name: words.say("canvas.condition.field", { number: 1 }) }).click();
  await choose(desk, words.field("quote", "total"));
  await inspector.getByRole("combobox", { name: words.say("canvas.condition.comparison", { number: 1 }) }).click();
  await choose(desk, words.say("canvas.condition.>"));
  await inspector.getByRole("textbox", { name: words.say("canvas.condition.value", { number: 1 }) }).fill(`${amount}`);
  await page.keyboard.press("Tab");
};
