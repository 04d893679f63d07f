import type { Page } from "@playwright/test";
import { type ProcessDefinition, type ProcessDefinitionInput, processDefinitionSchema } from "@sluice/process";
import { expectAccessible } from "./expectAccessible.ts";
import { askingAt } from "./story/asking.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const text = (en: string, zh: string) => ({ en, zh });

/** Credit for a customer: large ones are granted by finance, all others by the sales lead. */
const credit: ProcessDefinitionInput = {
  format: 2,
  key: "creditLimit",
  name: text("Credit limit", "信用额度"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "begin", kind: "start", name: text("Credit wanted", "申请额度"), trigger: { on: "manual" } },
    { id: "asked", kind: "stage", key: "asked", order: 0, entry: "grant", name: text("Asked for", "已申请") },
    {
      id: "grant",
      kind: "approval",
      stage: "asked",
      name: text("Grant the credit", "授予额度"),
      who: [{ by: "role", role: "salesManager" }],
      mode: { by: "any" },
      onEmpty: { do: "incident" },
      sla: { due: { amount: 2, unit: "day" } },
    },
    {
      id: "tell",
      kind: "task",
      stage: "asked",
      name: text("Tell the customer", "告知客户"),
      who: [{ by: "initiator" }],
      sla: { due: { amount: 1, unit: "day" } },
    },
    { id: "granted", kind: "stage", key: "granted", order: 1, name: text("Granted", "已授予"), final: "done" },
    { id: "refused", kind: "stage", key: "refused", order: 2, name: text("Refused", "已拒绝"), final: "void" },
  ],
  edges: [
    { id: "e1", from: "begin", to: "asked" },
    { id: "e2", from: "grant", to: "tell", on: { kind: "outcome", outcome: "approved" } },
    { id: "e3", from: "grant", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
    { id: "e4", from: "grant", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
    { id: "e5", from: "tell", to: "granted" },
  ],
};
const drawn = processDefinitionSchema.parse(credit);

const changed = (definition: ProcessDefinition, id: string, settings: object): ProcessDefinition => ({
  ...definition,
  nodes: definition.nodes.map((node) => (node.id === id ? ({ ...node, ...settings } as typeof node) : node)),
});
const withoutTelling: ProcessDefinition = {
  ...changed(drawn, "grant", { who: [{ by: "role", role: "finance" }] }),
  nodes: changed(drawn, "grant", { who: [{ by: "role", role: "finance" }] }).nodes.filter(({ id }) => id !== "tell"),
  edges: drawn.edges.flatMap((edge) =>
    edge.id === "e5" ? [] : edge.id === "e2" ? [{ ...edge, to: "granted" }] : [edge],
  ),
};

const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <process id="loan" name="Loan of a machine"><startEvent id="s"/><userTask id="ask" name="Ask the depot"/>
  <sequenceFlow id="f" sourceRef="s" targetRef="ask"/><dataObjectReference id="paper" name="Delivery note"/></process>
</definitions>`;

test("an admin compares a draft, merges it with another's, publishes, puts the former version back, and imports", async ({
  browser,
  house,
}) => {
  const words = wordsIn("en");
  const say = (key: string, places = {}) => words.say(`versions.${key}`, places);
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", words);
  const tell = (desk: { readonly page: Page }, procedure: string, input: object) =>
    askingAt(desk, house.address).command<{ readonly rev: number }>(procedure, { key: drawn.key, ...input });
  const { rev } = await tell({ page }, "processes.saveDraft", { rev: 0, base: 0, definition: credit });
  await tell({ page }, "processes.publish", { rev, base: 0, note: "as it always was" });
  await tell({ page }, "processes.saveDraft", { rev: 0, base: 1, definition: withoutTelling });

  await test.step("what the draft changes stands on the canvas and in words, with an example that goes another way", async () => {
    await page.goto("/studio/processes/creditLimit?tab=versions");
    await expect(page.getByText(say("why", { note: "as it always was" }))).toBeVisible();
    await page.getByRole("combobox", { name: say("with") }).click();
    await page.getByRole("option", { name: say("draft") }).click();
    await expect(page.locator('[data-step="tell"] [data-change-badge="removed"]')).toBeVisible();
    await expect(page.locator('[data-step="grant"] [data-change-badge="changed"]')).toBeVisible();
    const panel = page.getByRole("complementary", { name: words.say("processes.versions.title") });
    await expect(
      panel.locator('li[data-kind="changed"]').filter({ hasText: "Grant the credit" }).first(),
    ).toContainText(words.say("canvas.field.approval_who"));
    const example = panel.getByRole("button", { name: new RegExp(`^${say("behaviour.always")}.*approved`) });
    await expect(example).toContainText(say("behaviour.before", { route: "Tell the customer" }));
    await expect(example).toContainText(say("behaviour.now", { route: "Granted" }));
    await example.click();
    await expect(page.locator('[data-step="grant"][data-happening]')).toBeVisible();
    await expectAccessible(page);
    await panel.getByRole("button", { name: words.say("canvas.field.approval_who") }).click();
    await expect(page.getByRole("complementary", { name: words.say("canvas.inspector.label") })).toContainText(
      "Grant the credit",
    );
  });

  await test.step("two who drew at once: what both changed is chosen, and the merge is checked", async () => {
    const other = await atTheDeskOf(browser, house.address, "Mei Lin", words);
    await page.context().setOffline(true);
    const name = page.locator('[data-field="name"] input').first();
    await name.fill("Grant or refuse");
    await name.press("Tab");
    const theirs = changed(changed(withoutTelling, "grant", { name: text("Decide", "授予额度") }), "granted", {
      name: text("Agreed", "已授予"),
    });
    await tell(other, "processes.saveDraft", { rev: 1, base: 1, definition: theirs });
    await other.page.context().close();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: say("merge.open") }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator("[data-conflict]")).toHaveCount(1);
    await expect(dialog.locator("[data-conflict]")).toContainText("Grant or refuse");
    await dialog.getByRole("radio", { name: say("merge.theirs", { value: "Decide" }) }).check();
    await expect(dialog.locator('[data-verdict="done"]')).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: say("merge.confirm") }).click();
    await expect(page.locator('[data-step="grant"]')).toContainText("Decide");
    await expect(page.locator('[data-stage="granted"]')).toContainText("Agreed");
    await expect(page.locator('[role="status"][data-status="saved"]')).toBeVisible();
  });

  await test.step("publishing says who is asked from then on, and the former version is put back with its reason", async () => {
    await page.getByRole("button", { name: words.say("processes.header.publish"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator('[data-people="approval"] [data-more]')).toContainText("Decide");
    await expectAccessible(page);
    await dialog.getByLabel(words.say("processes.publish.why")).fill("finance grants");
    const read = dialog.getByRole("checkbox");
    if (await read.isVisible()) await read.check();
    await dialog.getByRole("button", { name: words.say("processes.publish.confirm", { version: 2 }) }).click();
    await expect(page.getByText("v2 published")).toBeVisible();
    await page.getByRole("radio", { name: words.say("processes.header.versions") }).click();
    await page.locator('[data-version="1"] button').first().click();
    await page.getByRole("button", { name: say("putBack.open") }).click();
    const back = page.getByRole("dialog");
    await expect(back.locator('[data-people="approval"] [data-fewer]')).toContainText("Decide");
    await expect(back.locator('[data-verdict="done"]')).toBeVisible();
    await expectAccessible(page);
    await back.getByLabel(say("putBack.reason")).fill("too strict");
    await back.getByRole("button", { name: say("putBack.confirm") }).click();
    await expect(page.locator('[data-version="1"]')).toContainText("too strict");
    await expect(page.locator('[data-version="1"]')).toContainText(words.say("processes.versions.current"));
  });

  await test.step("another tool's file is read, with all that has no place in it, and becomes a draft", async () => {
    const files = (key: string, places = {}) => words.say(`interchange.${key}`, places);
    await page.goto("/studio/processes");
    await page.getByRole("button", { name: files("open"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    const choose = async (name: string, content: string) => {
      const chooser = page.waitForEvent("filechooser");
      await dialog.getByRole("button", { name: /^Choose/ }).click();
      await (await chooser).setFiles({ name, mimeType: "application/xml", buffer: Buffer.from(content) });
    };
    await choose("broken.bpmn", foreign.slice(0, -20));
    await expect(dialog.locator('[data-code="NOT_BPMN"]')).toBeVisible();
    await expect(dialog.getByRole("button", { name: files("go") })).toBeDisabled();
    await choose("loan.bpmn", foreign);
    await expect(dialog.locator('[data-unmapped="paper"]')).toContainText("Delivery note");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: files("go") }).click();
    await page.getByRole("button", { name: words.say("processes.create.confirm") }).click();
    await expect(page.locator('[data-step="ask"]')).toContainText("Ask the depot");
  });
});
