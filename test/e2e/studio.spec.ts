import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const steps = (page: Page) => page.locator("[data-step]");
const errors = (page: Page) => page.locator('button[data-problems] [data-severity="error"]');
const saved = (page: Page) => page.locator('[role="status"][data-status="saved"]');

/** Adds a step behind what is chosen, as the keyboard does: A, its kind, Enter, its name, Escape. */
const addStep = async (page: Page, kind: string, name: string): Promise<void> => {
  await page.keyboard.press("a");
  await expect(page.getByRole("dialog", { name: "Add a step" })).toBeVisible();
  await page.keyboard.type(kind);
  await page.keyboard.press("Enter");
  await expect(page.locator('[data-field="name"] input').first()).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-canvas]")).toBeFocused();
};

/** Begins the process for the first customer there is, as the record's page or another system would. */
const startCase = async (page: Page, address: string, process: string): Promise<void> => {
  const listed = await page.request.get("/trpc/customers.list", { params: { input: JSON.stringify({ limit: 1 }) } });
  const { result } = (await listed.json()) as { result: { data: { items: { id: string }[] } } };
  const started = await page.request.post("/trpc/cases.start", {
    headers: { origin: address },
    data: { commandId: randomUUID(), process, recordType: "customer", recordId: result.data.items[0]?.id },
  });
  expect(started.status(), await started.text()).toBe(200);
};

test("an admin draws a process from blank by keyboard, mends it, publishes it, and a case runs on it", async ({
  browser,
  house,
}) => {
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", wordsIn("en"));

  await test.step("a blank process is named and opens on the canvas", async () => {
    await page.goto("/studio/processes");
    await page.getByRole("button", { name: "New process" }).press("Enter");
    await page.keyboard.type("Welcome call");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Customer");
    await page.getByRole("option", { name: "Customer" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Create and draw" }).press("Enter");
    await expect(page.locator('[data-ready="true"]')).toBeVisible();
    await expect(page.getByText("Draft v1")).toBeVisible();
  });

  await test.step("steps are added, named, moved and taken back, one gesture one step", async () => {
    await page.keyboard.press("Alt+ArrowDown");
    await addStep(page, "task", "Call them");
    await addStep(page, "branch", "Reached?");
    await expect(steps(page)).toHaveCount(3);
    const before = await page.locator('[data-id="branch"]').getAttribute("style");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(page.locator('[data-id="branch"]')).not.toHaveAttribute("style", before ?? "");
    await page.keyboard.press("Control+z");
    await expect(page.locator('[data-id="branch"]')).toHaveAttribute("style", before ?? "");
    await expect(saved(page)).toBeVisible();
  });

  await test.step("a reload loses nothing, nor what can be taken back; the problem leads to the step and is mended", async () => {
    await page.reload();
    await expect(steps(page)).toHaveCount(3);
    const branch = page.locator('[data-step="branch"]');
    await expect(branch).toContainText("Reached?");
    await page.keyboard.press("Control+z");
    await expect(branch).not.toContainText("Reached?");
    await page.keyboard.press("Control+Shift+z");
    await expect(branch).toContainText("Reached?");
    await page.getByRole("button", { name: /Problems/ }).click();
    await expect(errors(page)).toHaveCount(1);
    await page
      .getByRole("region", { name: "Problems" })
      .getByRole("button")
      .filter({ hasText: "Reached?" })
      .first()
      .click();
    await expect(page.locator('.react-flow__node.selected [data-step="branch"]')).toBeVisible();
    await page
      .getByRole("complementary", { name: "Settings" })
      .getByRole("button", { name: "Delete", exact: true })
      .click();
    await expect(steps(page)).toHaveCount(2);
    await expect(errors(page)).toHaveCount(0);
    await expect(saved(page)).toBeVisible();
  });

  await test.step("it is published once its warnings are read", async () => {
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByLabel("I have read the warnings").check();
    await page.getByRole("button", { name: "Publish version 1" }).click();
    await expect(page.getByText("v1 published")).toBeVisible();
  });

  await test.step("a case runs on it, is counted where it stands, and shows its way", async () => {
    await startCase(page, house.address, "welcomeCall");
    await page.goto("/studio/processes/welcomeCall?tab=live");
    await expect(page.locator('[data-live="task"]')).toContainText("1");
    await page.locator('[data-step="task"]').click();
    await page.locator('aside a[href^="/cases/"]').click();
    await expect(page.getByText("Evidence").first()).toBeVisible();
    await page.getByRole("link", { name: "Show on the canvas" }).click();
    await expect(page.locator('[data-step="task"][data-here]')).toBeVisible();
  });
});
