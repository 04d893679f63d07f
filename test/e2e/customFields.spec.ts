import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import { expectAccessible } from "./expectAccessible.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const text = (en: string, zh: string) => ({ en, zh });

/** A visit that is due where a customer is graded A: the condition that the admin then redraws. */
const visitDue: ProcessDefinitionInput = {
  format: 2,
  key: "visitDue",
  name: text("Visit due", "待拜访"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "begin", kind: "start", name: text("Start", "开始"), trigger: { on: "manual" } },
    { id: "open", kind: "stage", key: "open", order: 0, name: text("Open", "进行中"), entry: "large" },
    { id: "large", kind: "branch", stage: "open", name: text("Large firm?", "大客户？") },
    { id: "yes", kind: "stage", key: "yes", order: 1, name: text("Visit", "拜访"), final: "done" },
    { id: "no", kind: "stage", key: "no", order: 2, name: text("No visit", "不拜访"), final: "void" },
  ],
  edges: [
    { id: "e1", from: "begin", to: "open" },
    { id: "e2", from: "large", to: "yes", on: { kind: "when", when: 'record.grade == "A"', order: 0 } },
    { id: "e3", from: "large", to: "no", on: { kind: "default" } },
  ],
};

test("an admin adds a field; a rep fills it in, is refused what it does not hold, and narrows a list by it; a condition asks for it", async ({
  browser,
  house,
}) => {
  const words = wordsIn("en");
  const say = (key: string, places = {}) => words.say(`fields.${key}`, places);
  const { page: admin } = await atTheDeskOf(browser, house.address, "Mei Lin", words);
  const { page: rep } = await atTheDeskOf(browser, house.address, "Chen Rui", words);

  await test.step("the admin adds it to customers, offered to lists", async () => {
    await admin.goto("/studio/fields");
    await admin.getByRole("button", { name: say("add") }).click();
    const editor = admin.getByRole("dialog");
    await editor.getByLabel(say("labelEn")).fill("Employees");
    await editor.getByLabel(say("labelZh")).fill("员工数");
    await expect(editor.getByLabel(say("key"))).toHaveValue("c_employees");
    await editor.getByRole("combobox", { name: say("type") }).click();
    await admin.getByRole("option", { name: say("fieldType.integer") }).click();
    await editor.getByLabel(say("max"), { exact: true }).fill("100000");
    await editor.getByLabel(say("filterable")).check();
    await expectAccessible(admin);
    await editor.getByRole("button", { name: say("create"), exact: true }).click();
    const row = admin.getByRole("row").filter({ hasText: "c_employees" });
    await expect(row).toContainText(say("inUse"), { timeout: 20_000 });
    await expectAccessible(admin);
  });

  await test.step("it stands in a section of its own, by a layout", async () => {
    await admin.goto("/studio/fields?view=layout");
    await admin.getByRole("button", { name: say("sectionAdd") }).click();
    await admin.getByLabel(say("sectionEn", { number: 2 })).fill("Size");
    await admin.getByLabel(say("sectionZh", { number: 2 })).fill("规模");
    const field = admin.locator('[data-shelved="c_employees"]');
    await field.dragTo(admin.getByRole("region", { name: "Size" }).getByRole("list"));
    await expect(admin.getByRole("region", { name: "Size" }).locator('[data-shelved="c_employees"]')).toBeVisible();
    await expectAccessible(admin);
    await admin.getByRole("button", { name: say("layoutSave") }).click();
    await expect(admin.getByText(say("layoutSaved"))).toBeVisible();
  });

  await test.step("the rep is refused what it does not hold, and keeps what was typed", async () => {
    await rep.goto("/customers/new");
    await expect(rep.getByRole("heading", { name: "Size" })).toBeVisible();
    await rep.getByLabel(words.field("customer", "name")).fill("Nordwind Pumps");
    await rep.getByLabel("Employees").fill("100001");
    await rep.getByRole("button", { name: words.say("records.create") }).click();
    await expect(rep.getByText("Employees: at most 100000.")).toBeVisible();
    await expect(rep.getByLabel("Employees")).toHaveValue("100001");
    await rep.getByLabel("Employees").fill("420");
    await rep.getByRole("button", { name: words.say("records.create") }).click();
    await expect(rep.getByRole("heading", { level: 1, name: "Nordwind Pumps" })).toBeVisible();
    await expect(rep.getByLabel("Employees")).toHaveValue("420");
  });

  await test.step("a list is narrowed by it, and shows it", async () => {
    await rep.goto("/customers");
    await rep.getByRole("button", { name: words.say("lists.filter"), exact: true }).click();
    const from = rep.getByLabel(words.say("lists.rangeFrom", { field: "Employees" }));
    await from.fill("400");
    await from.press("Enter");
    await expect(rep.getByRole("row")).toHaveCount(2);
    await rep.keyboard.press("Escape");
    await rep.getByRole("button", { name: words.say("lists.columns") }).click();
    await rep.getByLabel("Employees", { exact: true }).check();
    await rep.keyboard.press("Escape");
    await expect(rep.getByRole("row").filter({ hasText: "Nordwind Pumps" })).toContainText("420");
  });

  await test.step("a condition asks for it, in words", async () => {
    const saved = await admin.request.post("/trpc/processes.saveDraft", {
      headers: { origin: house.address },
      data: { commandId: randomUUID(), key: visitDue.key, rev: 0, base: 0, definition: visitDue },
    });
    expect(saved.status(), await saved.text()).toBe(200);
    await admin.goto("/studio/processes/visitDue");
    const wire = admin.locator('[data-wire="e2"]');
    await wire.click();
    const field = admin.getByRole("combobox", { name: words.say("canvas.condition.field", { number: 1 }) });
    await field.click();
    await field.fill("Employees");
    await admin.getByRole("option", { name: "Employees" }).click();
    await admin.getByRole("combobox", { name: words.say("canvas.condition.comparison", { number: 1 }) }).click();
    await admin.getByRole("option", { name: words.say("canvas.condition.>="), exact: true }).click();
    await admin.getByLabel(words.say("canvas.condition.value", { number: 1 })).fill("400");
    await admin.getByLabel(words.say("canvas.condition.value", { number: 1 })).press("Tab");
    const sentence = `Employees ${words.say("canvas.condition.>=")} 400`;
    await expect(wire).toHaveAttribute("title", sentence);
    await expect(admin.locator('[role="status"][data-status="saved"]')).toBeVisible();
  });
});
