import type { ProcessDefinitionInput } from "@sluice/process";
import { expectAccessible } from "./expectAccessible.ts";
import { askingAt } from "./story/asking.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const text = (en: string, zh: string) => ({ en, zh });

/** Credit for a customer, which whoever asks for it may grant themselves: nothing in the drawing is wrong but that. */
const creditCheck: ProcessDefinitionInput = {
  format: 2,
  key: "creditCheck",
  name: text("Credit check", "信用审核"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "begin", kind: "start", name: text("Credit wanted", "申请信用额度"), trigger: { on: "manual" } },
    {
      id: "asked",
      kind: "stage",
      key: "asked",
      order: 0,
      name: text("Asked for", "已申请"),
      moves: [{ id: "submit", name: text("Submit", "提交"), to: "grant", trigger: { by: "person" } }],
    },
    {
      id: "grant",
      kind: "approval",
      stage: "asked",
      name: text("Grant the credit", "授予额度"),
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "incident" },
      onSelf: "allow",
      sla: { due: { amount: 2, unit: "day" } },
    },
    { id: "granted", kind: "stage", key: "granted", order: 1, name: text("Granted", "已授予"), final: "done" },
    { id: "refused", kind: "stage", key: "refused", order: 2, name: text("Refused", "已拒绝"), final: "void" },
  ],
  edges: [
    { id: "e1", from: "begin", to: "asked" },
    { id: "e2", from: "grant", to: "granted", on: { kind: "outcome", outcome: "approved" } },
    { id: "e3", from: "grant", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
    { id: "e4", from: "grant", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
  ],
};

test("an admin writes what must hold, watches how it fails, presses the fix, sees it proved and publishes", async ({
  browser,
  house,
}) => {
  const words = wordsIn("en");
  const say = (key: string, places = {}) => words.say(`canvas.controls.${key}`, places);
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", words);
  const draft = { key: creditCheck.key, rev: 0, base: 0, definition: creditCheck };
  await askingAt({ page }, house.address).command("processes.saveDraft", draft);
  await page.goto("/studio/processes/creditCheck");
  const settings = page.getByRole("complementary", { name: words.say("canvas.inspector.label") });
  const control = settings.locator("[data-control]");

  await test.step("a control point is written from a template, about what is drawn", async () => {
    await settings.getByRole("button", { name: say("add") }).press("Enter");
    await page.getByRole("menuitem", { name: say("template.notSamePerson") }).click();
    await expect(control).toContainText("The start and “Grant the credit” approved never by the same person");
  });

  const view = page.locator(".react-flow__viewport");
  let seen: string | null = null;
  await test.step("it fails, which is said where it stands, in the list and when publishing", async () => {
    await expect(control.locator('[data-verdict="fails"]')).toBeVisible();
    await page.getByRole("button", { name: words.say("processes.header.publish"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator('[data-verdict="fails"]')).toBeVisible();
    await expectAccessible(page);
    seen = await view.getAttribute("style");
    await dialog.getByRole("button", { name: say("showHow") }).click();
  });

  const walk = page.getByRole("complementary", { name: say("walk.title") });
  await test.step("the way on which it does is played on the canvas, step by step", async () => {
    await expect(walk.getByRole("listitem")).toHaveCount(3);
    await expect(page.locator('[data-step="begin"][data-happening]')).toBeVisible();
    await expectAccessible(page);
    await walk.getByRole("button", { name: say("walk.play"), exact: true }).click();
    await expect(page.locator('[data-step="grant"][data-happening]')).toBeVisible();
    await expect(page.locator('[data-stage="granted"] [data-here-pill]')).toBeVisible();
    await expect(walk.locator('[aria-current="step"]')).toContainText(
      say("did.approve", { who: say("who.initiator"), at: "Grant the credit" }),
    );
    await walk.getByRole("button", { name: say("walk.back") }).press("Enter");
    await expect(page.locator('[data-step="grant"] [data-here-pill]')).toBeVisible();
    await page.getByRole("button", { name: /dark/i }).first().click();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await expectAccessible(page);
  });

  await test.step("closed, everything is as it was, and the fix is pressed", async () => {
    await walk.press("Escape");
    await expect(walk).toHaveCount(0);
    await expect(page.locator("[data-happening]")).toHaveCount(0);
    await expect(view).toHaveAttribute("style", seen ?? "");
    await control.locator('[data-fix="noSelfEver"]').click();
    await expect(control.locator('[data-verdict="proved"]')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("one undo takes the fix back, and it is done again", async () => {
    await page.getByRole("button", { name: words.say("processes.header.undo") }).click();
    await expect(control.locator('[data-verdict="fails"]')).toBeVisible();
    await page.getByRole("button", { name: words.say("processes.header.redo") }).click();
    await expect(control.locator('[data-verdict="proved"]')).toBeVisible();
  });

  await test.step("what is proved is published, and shown with the version", async () => {
    await expect(page.locator('[role="status"][data-status="saved"]')).toBeVisible();
    await page.getByRole("button", { name: words.say("processes.header.publish"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator('[data-verdict="proved"]')).toBeVisible();
    const read = dialog.getByLabel(words.say("processes.publish.warnings"));
    if (await read.isVisible()) await read.check();
    await dialog.getByRole("button", { name: words.say("processes.publish.confirm", { version: 1 }) }).click();
    await expect(page.getByText("v1 published")).toBeVisible();
    await page.goto("/studio/processes/creditCheck?tab=versions");
    await expect(page.locator("aside [data-control]")).toContainText("never by the same person");
  });
});
