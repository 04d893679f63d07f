import type { Page } from "@playwright/test";
import { textOfPdf } from "../support/textOfPdf.ts";
import { atTheDeskOf, openTask } from "./people.ts";
import { productFile } from "./productFile.ts";
import { expect, test } from "./theHouse.ts";

const TITLE = "Palletising cell 7";
const CUSTOMER = "Hartmann";

/** Makes the threshold 12 % and the reminder three seconds, and publishes version 2. */
const redrawAndPublish = async (admin: Page): Promise<void> => {
  await admin.goto("/studio/processes/quote");
  await expect(admin.locator('[data-ready="true"]').first()).toBeVisible();
  await admin.locator('[data-wire="overLimit"]').click();
  await admin.getByLabel("Value 1").fill("12");
  await admin.getByLabel("Value 1").press("Tab");
  await expect(admin.locator('[data-wire="overLimit"]')).toContainText("12");
  await admin.locator('[data-move="remind"]').first().click();
  await admin.getByLabel("How many").fill("3");
  await admin.getByLabel("Unit").first().click();
  await admin.getByRole("option", { name: "seconds" }).click();
  await admin.getByLabel("Calendar").first().click();
  await admin.getByRole("option", { name: "Every hour of the week" }).click();
  await expect(admin.locator('[role="status"][data-status="saved"]')).toBeVisible();
  await admin.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = admin.getByRole("dialog");
  const warnings = dialog.getByRole("checkbox");
  if (await warnings.isVisible()) await warnings.check();
  await dialog.getByRole("button", { name: /Publish/ }).click();
  await expect(admin.getByText("v2 published")).toBeVisible();
};

const importProducts = async (manager: Page): Promise<void> => {
  await manager.goto("/products/import");
  await manager
    .locator('input[type="file"]')
    .setInputFiles({ name: "产品.csv", mimeType: "text/csv", buffer: productFile() });
  await expect(manager.getByText(/GB18030/i).first()).toBeVisible();
  await manager.getByRole("button", { name: "Next" }).click();
  await expect(manager.getByText("300 of 300 rows can be imported")).toBeVisible();
  await manager.getByRole("button", { name: "Import 300 products" }).click();
  await expect(manager.getByText("300 products were imported")).toBeVisible({ timeout: 90_000 });
};

const draftQuote = async (rep: Page): Promise<void> => {
  await rep.goto("/quotes/new");
  await rep.locator('[data-field="name"]').fill(TITLE);
  await rep.getByRole("combobox", { name: "Customer" }).fill(CUSTOMER);
  await rep.getByRole("option", { name: new RegExp(CUSTOMER) }).click();
  await rep.locator('[data-field="validUntil"]').fill("2027-12-31");
  await rep.locator('[data-field="discount"]').fill("13");
  for (const code of ["SD", "SM", "GB", "LG", "BS", "VS", "PS", "PC", "HM", "CB", "SD", "SM"].map(
    (family, index) => `E2E-${family}-${index < 10 ? "0050" : "0100"}`,
  )) {
    await rep.getByRole("textbox", { name: "Add a product…" }).fill(code);
    await rep.getByRole("option").filter({ hasText: code }).first().click();
  }
  await expect(rep.getByLabel("Quantity, Line 12")).toBeVisible();
  await rep.getByRole("button", { name: "Create" }).click();
  await expect(rep.getByRole("heading", { name: TITLE })).toBeVisible();
};

const cost = async (engineer: Page, amounts: readonly string[]): Promise<void> => {
  await engineer.goto("/inbox");
  await openTask(engineer, "Cost the quote", TITLE);
  await engineer.getByRole("article").getByRole("link", { name: /CS-/ }).click();
  await expect(engineer.getByRole("button", { name: "Add line" })).toBeVisible();
  for (const [index, amount] of amounts.entries()) {
    const place = `Line ${index + 1}`;
    if (!(await engineer.getByLabel(`Description, ${place}`).isVisible()))
      await engineer.getByRole("button", { name: "Add line" }).click();
    await engineer.getByLabel(`Description, ${place}`).fill(`Cost block ${index + 1}`);
    await engineer.getByLabel(`Unit cost, ${place}`).fill(amount);
  }
  await engineer.locator('[data-field="validUntil"]').fill("2027-12-31");
  await engineer.getByRole("button", { name: "Save" }).click();
  await expect(engineer.getByText("Saved", { exact: true }).first()).toBeVisible();
  await engineer.goto("/inbox");
  await openTask(engineer, "Cost the quote", TITLE);
  await engineer.getByRole("article").getByRole("button", { name: "Costed" }).click();
  await expect(
    engineer.locator("[data-task]").filter({ hasText: "Cost the quote" }).filter({ hasText: TITLE }),
  ).toHaveCount(0);
};

const sign = async (finance: Page): Promise<void> => {
  await openTask(finance, "Sign cost sheet", TITLE);
  await finance.getByRole("article").getByRole("button", { name: "Approve" }).click();
  await expect(finance.locator("[data-task]").filter({ hasText: TITLE })).toHaveCount(0);
};

const move = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  if (await dialog.isVisible().catch(() => false)) await dialog.getByRole("button", { name, exact: true }).click();
};

test("a quote waits on cost sign-off, from the drawing to the order", async ({ browser, house }) => {
  test.setTimeout(420_000);
  const desk = (name: string) => atTheDeskOf(browser, house.address, name);
  const [admin, rep, finance, engineer, manager] = [
    await desk("Mei Lin"),
    await desk("Sofia Brandt"),
    await desk("Zhao Min"),
    await desk("Li Wei"),
    await desk("Wang Fang"),
  ];

  await test.step("the admin makes the threshold 12 % and publishes; a running case stays on version 1", async () => {
    await redrawAndPublish(admin);
    await rep.goto("/quotes");
    await rep.getByRole("row").nth(1).click();
    await rep.getByRole("link", { name: "Open case" }).click();
    await expect(rep.getByText("Version 1", { exact: true })).toBeVisible();
  });

  await test.step("the product manager imports 300 products from a GB18030 file", async () => {
    await importProducts(await desk("Tom Okafor"));
  });

  let quoteAddress = "";
  await test.step("the rep's submit is refused, with the reason and who can clear it", async () => {
    await draftQuote(rep);
    quoteAddress = rep.url();
    await rep.getByRole("button", { name: "Submit: Not yet" }).click();
    const why = rep.getByRole("dialog");
    await expect(why.locator('[data-code="COST_NOT_SIGNED"]')).toBeVisible();
    await expect(why).toContainText("Finance");
    await why.getByRole("button", { name: "Start costing" }).click();
    await expect(rep.getByText("Costing has been asked for")).toBeVisible();
  });

  await test.step("it is costed and signed", async () => {
    await cost(engineer, ["9000", "1500", "800"]);
    await sign(finance);
  });

  await test.step("the manager's task appears without a reload, with its due time", async () => {
    await rep.goto(quoteAddress);
    await move(rep, "Submit");
    await expect(rep.getByText("In approval", { exact: true }).first()).toBeVisible();
    await openTask(manager, "Manager approval", TITLE);
    await expect(manager.getByRole("article").getByText(/^Due /)).toBeVisible();
    await manager.getByRole("textbox", { name: /Comment/ }).fill("Line 3: two gearboxes are enough.");
    await manager.getByRole("article").getByRole("button", { name: "Send back" }).click();
    await expect(manager.locator("[data-task]").filter({ hasText: TITLE })).toHaveCount(0);
  });

  await test.step("the rep changes a costed line: the sheet is stale and the quote waits again", async () => {
    await rep.goto("/inbox");
    await openTask(rep, "Manager approval", TITLE);
    await expect(rep.getByText("Line 3: two gearboxes are enough.")).toBeVisible();
    await rep.goto(quoteAddress);
    await rep.getByLabel("Quantity, Line 3").fill("2");
    await rep.getByRole("button", { name: "Save" }).click();
    await expect(rep.getByText("Saved", { exact: true }).first()).toBeVisible();
    await rep.getByRole("link", { name: "Open case" }).click();
    await expect(rep.getByText("Cost sheet signed").first()).toBeVisible();
  });

  await test.step("costed and signed again, it comes to the manager by itself, who approves", async () => {
    await cost(engineer, ["9100", "1500", "800"]);
    await sign(finance);
    await openTask(manager, "Manager approval", TITLE);
    await manager.getByRole("article").getByRole("button", { name: "Approve" }).click();
    await rep.goto(quoteAddress);
    await expect(rep.getByText("Approved", { exact: true }).first()).toBeVisible();
  });

  await test.step("the PDF says what was quoted", async () => {
    const id = quoteAddress.split("/").at(-1) ?? "";
    const answer = await rep.request.get(`/files/quotes/${id}.pdf`);
    expect(answer.status()).toBe(200);
    const text = await textOfPdf(await answer.body());
    expect(text).toContain("Hartmann");
    expect(text).toContain("Planetary gearbox 50");
  });

  await test.step("it is sent, the reminder fires, the customer accepts, and an order exists", async () => {
    await move(rep, "Send to customer");
    await expect(rep.getByRole("button", { name: "Customer accepts", exact: true })).toBeVisible({ timeout: 60_000 });
    await admin.goto("/outbox");
    await expect(admin.getByText(new RegExp(TITLE)).first()).toBeVisible();
    await rep.goto("/inbox");
    await openTask(rep, "Ask the customer", TITLE);
    await rep.goto(quoteAddress);
    await move(rep, "Customer accepts");
    await expect(rep.getByText("Accepted", { exact: true }).first()).toBeVisible();
    await rep.goto("/orders");
    await expect(rep.getByText(CUSTOMER).first()).toBeVisible();
  });
});
