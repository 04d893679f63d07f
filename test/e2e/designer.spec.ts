import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { templateOf } from "@sluice/templates";
import { expectAccessible } from "./expectAccessible.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const view = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const card = (page: Page, id: string) => page.locator(`[data-tree-step="${id}"]`);
const settings = (page: Page) => page.getByRole("complementary", { name: "Settings" });

/** A shipped process under another key, as a draft: the firm's own stay as they are. */
const aCopyOf = async (page: Page, { address, template, key }: Record<"address" | "template" | "key", string>) => {
  const saved = await page.request.post("/trpc/processes.saveDraft", {
    headers: { origin: address },
    data: { commandId: randomUUID(), key, rev: 0, base: 0, definition: { ...templateOf(template), key, kind: "side" } },
  });
  expect(saved.status(), await saved.text()).toBe(200);
};

test("an admin reads a process, redraws it as a tree, takes steps out into a process of their own, and pastes into it", async ({
  browser,
  house,
}) => {
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", wordsIn("en"));
  await aCopyOf(page, { address: house.address, template: "quote", key: "redrawn" });
  await aCopyOf(page, { address: house.address, template: "costSignOff", key: "elsewhere" });
  await page.goto("/studio/processes/redrawn");
  await expect(page.locator('[data-ready="true"]')).toBeVisible();

  await test.step("one table opens a field in every form, and undo takes it back", async () => {
    await settings(page).getByRole("button", { name: "Form fields by step" }).click();
    const table = page.getByRole("dialog", { name: "Form fields by step" });
    await table.getByLabel("Add a field").fill("Valid until");
    await page.getByRole("option", { name: "Valid until" }).first().click();
    const cell = table.getByLabel("Valid until in “Submit”");
    await cell.selectOption("Required");
    await expectAccessible(page);
    await cell.press("ControlOrMeta+z");
    await expect(cell).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(table).toHaveCount(0);
  });

  await test.step("sentences say what it does, and choose what they speak of", async () => {
    await view(page, "Sentences").click();
    const sentence = page.getByText("When Effective discount is more than 25%: “Finance approval”.");
    await sentence.click();
    await expect(settings(page).getByText("Taken", { exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a condition as text offers what may be written, marks what cannot be, and is undone as it was typed", async () => {
    await settings(page).getByRole("button", { name: "Write as text" }).click();
    const text = settings(page).getByRole("textbox", { name: "Condition" });
    const offered = page.getByRole("listbox", { name: "What may be written here" });
    await text.press("ControlOrMeta+End");
    await text.pressSequentially(" && record.customer.gra");
    await offered.getByRole("option", { name: /^grade Grade · choice$/ }).click();
    await text.pressSequentially(" == ");
    await expect(offered.getByRole("option", { name: '"A"' })).toBeVisible();
    await text.press("Escape");
    await expect(offered).toHaveCount(0);
    await text.pressSequentially('"A" && record.nothing > 1');
    await expect(text.locator(".cm-lintRange-error")).toHaveText("record.nothing");
    await expect(text).toHaveAccessibleDescription(/There is no field “nothing”/);
    await settings(page).getByRole("button", { name: "Write record.?customer.?grade.orValue('')" }).click();
    await expect(text).toContainText("record.?customer.?grade.orValue('') == \"A\"");
    await expectAccessible(page);
    await expect(async () => {
      await text.press("ControlOrMeta+z");
      await expect(text).toHaveText("record.effectiveDiscount > 0.25", { timeout: 500 });
    }).toPass();
    await text.press("Tab");
    await expect(text).not.toBeFocused();
    await settings(page).getByRole("button", { name: "Show as rows" }).click();
    await expect(settings(page).getByLabel("Value 1")).toHaveValue("25");
  });

  await test.step("a mail takes fields by name, and one that is not there is marked where it stands", async () => {
    await page.getByText("Mail quote", { exact: true }).first().click();
    const subject = settings(page).getByRole("textbox", { name: "Subject" });
    await expect(subject).toHaveText("Quote {{record.number}} · {{record.name}}");
    await subject.press("ControlOrMeta+End");
    await subject.pressSequentially(" {{record.customer.gra");
    await page.getByRole("option", { name: /^grade Grade · choice$/ }).click();
    await expect(subject).toContainText("{{record.customer.grade}}");
    await settings(page).getByLabel("Insert a field into Subject").fill("Valid until");
    await page.getByRole("option", { name: "Valid until" }).first().click();
    await expect(subject).toContainText("{{record.customer.grade}}{{record.validUntil}}");
    await subject.pressSequentially(" {{record.nothing}}");
    await expect(subject.locator(".cm-lintRange-error")).toHaveText("{{record.nothing}}");
    await expect(subject).toHaveAccessibleDescription(/There is no field “nothing”/);
    await expectAccessible(page);
    await subject.fill("Quote {{record.number}}");
  });

  await test.step("in the tree a step is put between two, and taken back", async () => {
    await view(page, "Tree").click();
    const stage = page.locator('[data-tree-stage="approval"]');
    const before = await stage.locator("[data-tree-step]").count();
    await stage.getByRole("button", { name: "Add a step before “Discount”" }).click();
    await page.keyboard.type("copy");
    await page.keyboard.press("Enter");
    await expect(stage.locator("[data-tree-step]")).toHaveCount(before + 1);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(stage.locator("[data-tree-step]")).toHaveCount(before);
  });

  await test.step("what has more than one way in is refused with the reason; what is closed becomes a process", async () => {
    await card(page, "financeApproval").getByRole("button").first().click();
    await settings(page).getByRole("button", { name: "Change the kind or make a sub-process" }).click();
    await page.getByRole("menuitem", { name: "Make a sub-process" }).click();
    const dialog = page.getByRole("dialog", { name: "Make a sub-process" });
    await expect(dialog.getByText(/go on to “Approved”/)).toBeVisible();
    await dialog.getByLabel("Name").fill("Finance check");
    await dialog.getByRole("button", { name: "Make it" }).click();
    await expect(card(page, "financeApproval")).toHaveCount(0);
    await expect(card(page, "financeCheck")).toBeVisible();

    await page.locator('[data-tree-stage="draft"] button').first().click();
    await view(page, "Canvas").click();
    await page.keyboard.press("Control+a");
    await settings(page).getByRole("button", { name: "Make a sub-process" }).click();
    await expect(page.getByText("Choose steps of one stage, and nothing else.")).toBeVisible();
    await page.getByRole("button", { name: "Cancel" }).last().click();
  });

  await test.step("a further wire is drawn from a step that others leave already, and ends in a new step", async () => {
    const step = page.locator('.react-flow__node[data-id="managerApproval"]');
    await step.hover();
    const handle = await step.locator(".react-flow__handle.source").boundingBox();
    if (handle === null) throw new Error("the step has no handle");
    const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 30, y + 40, { steps: 4 });
    await page.mouse.up();
    await expect(page.getByRole("dialog", { name: "Add a step" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("pasted into a process of another record, it lists what is not known there until it is mended", async () => {
    await page.locator('[data-step="ladder"]').click();
    await page.locator('[data-step="managerApproval"]').click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+c");
    await page.goto("/studio/processes/elsewhere");
    await expect(page.locator('[data-ready="true"]')).toBeVisible();
    await page.keyboard.press("Control+v");
    const report = page.getByRole("region", { name: "Pasted, and not known here" });
    await expect(report.getByRole("button").filter({ hasText: "no field “effectiveDiscount”" }).first()).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(report).toBeHidden();
  });
});

test("an admin chooses several steps, lines them up, copies them and takes it all back, without a mouse", async ({
  browser,
  house,
}) => {
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", wordsIn("en"));
  await aCopyOf(page, { address: house.address, template: "specialPrice", key: "byKeys" });
  await page.goto("/studio/processes/byKeys");
  await expect(page.locator('[data-ready="true"]')).toBeVisible();
  const chosen = page.locator(".react-flow__node.selected [data-step]");
  const steps = page.locator("[data-step]");
  const topOf = async (id: string) => (await page.locator(`[data-step="${id}"]`).boundingBox())?.y ?? Number.NaN;
  const apart = async () => Math.round((await topOf("inDraft")) - (await topOf("costed")));
  const tabTo = async (name: string): Promise<void> => {
    const button = page.getByRole("button", { name, exact: true });
    const isThere = async () => (await button.and(page.locator(":focus")).count()) === 1;
    for (let tabs = 0; tabs < 150 && !(await isThere()); tabs += 1) await page.keyboard.press("Tab");
    await expect(button).toBeFocused();
  };
  const before = await steps.count();

  await test.step("one is chosen along the path, and moved by arrows as one gesture", async () => {
    for (const key of ["ArrowDown", "ArrowRight"]) await page.keyboard.press(`Alt+${key}`);
    await expect(chosen).toHaveAttribute("data-step", "inDraft");
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("ArrowDown");
    await expect.poll(apart).toBeGreaterThan(10);
  });

  await test.step("Shift takes the next ones besides; they are lined up from the toolbar", async () => {
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await expect(chosen).toHaveCount(3);
    await tabTo("Middles, side by side");
    await page.keyboard.press("Enter");
    await expect.poll(apart).toBe(0);
    await expect(chosen).toHaveCount(3);
    await expectAccessible(page);
  });

  await test.step("they are copied with their wires, and every gesture is taken back by one key", async () => {
    const wires = page.locator(".react-flow__edge");
    const drawn = await wires.count();
    await page.keyboard.press("Control+c");
    await page.keyboard.press("Control+v");
    await expect(steps).toHaveCount(before + 3);
    await expect(chosen).toHaveCount(3);
    await expect(wires).toHaveCount(drawn + 2);

    await page.keyboard.press("Control+z");
    await expect(steps).toHaveCount(before);
    await page.keyboard.press("Control+z");
    await expect.poll(apart).toBeGreaterThan(10);
    await page.keyboard.press("Control+z");
    await expect.poll(apart).toBe(0);
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(apart).toBeGreaterThan(10);
  });
});
