import type { ProcessDefinitionInput } from "@sluice/process";
import { expectAccessible } from "./expectAccessible.ts";
import { askingAt } from "./story/asking.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const named = (text: string) => ({ en: text, zh: text });

/** An admin answers for a customer; `isAskedTwice`: a second time before it is over. */
const greeting = (isAskedTwice: boolean): ProcessDefinitionInput => {
  const ask = (id: string) => ({
    id,
    kind: "approval" as const,
    stage: "asking",
    name: named(id),
    who: [{ by: "role" as const, role: "admin" }],
    mode: { by: "any" as const },
    onEmpty: { do: "admin" as const },
    onSelf: "allow" as const,
    noSelfEver: false,
  });
  const yes = (id: string, from: string, to: string) => ({
    id,
    from,
    to,
    on: { kind: "outcome" as const, outcome: "approved" },
  });
  const no = (id: string, from: string) => ({
    id,
    from,
    to: "over",
    on: { kind: "outcome" as const, outcome: "rejected" },
  });
  return {
    format: 2,
    key: "greeting",
    name: named("Greeting"),
    kind: "side",
    recordType: "customer",
    nodes: [
      { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
      { id: "asking", kind: "stage", key: "asking", order: 1, name: named("Asking"), entry: "first" },
      ask("first"),
      ...(isAskedTwice ? [ask("second")] : []),
      { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
    ],
    edges: [
      { id: "begin", from: "start", to: "asking" },
      yes("yes", "first", isAskedTwice ? "second" : "over"),
      no("no", "first"),
      ...(isAskedTwice ? [yes("yes2", "second", "over"), no("no2", "second")] : []),
    ],
  };
};

test("an admin tries a draft on closed cases, looks back, and acts on those that run", async ({ browser, house }) => {
  const words = wordsIn("en");
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", words);
  const asking = askingAt({ page }, house.address);

  await test.step("given two greetings that are over, one that runs, and a draft that asks twice", async () => {
    const { rev } = await asking.command<{ rev: number }>("processes.saveDraft", {
      key: "greeting",
      rev: 0,
      base: 0,
      definition: greeting(false),
    });
    await asking.command("processes.publish", { key: "greeting", rev, base: 0 });
    const { items } = await asking.get<{ items: { id: string }[] }>("customers.list", { limit: 1 });
    for (const isOver of [true, true, false]) {
      const { caseId } = await asking.command("cases.start", {
        process: "greeting",
        recordType: "customer",
        recordId: items[0]?.id,
      });
      const { tasks } = await asking.get<{ tasks: { id: string }[] }>("cases.get", { id: caseId });
      if (isOver) await asking.command("tasks.act", { taskId: tasks[0]?.id, act: { do: "approve" } });
    }
    await asking.command("processes.saveDraft", { key: "greeting", rev: 0, base: 1, definition: greeting(true) });
  });

  await test.step("the draft is tried, and each case opens side by side", async () => {
    await page.goto("/studio/processes/greeting?tab=whatIf");
    await page.getByRole("button", { name: words.say("whatIf.run") }).press("Enter");
    await expect(page.getByText("2 cases, closed between")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("in 2 cases")).toBeVisible();
    await expect(page.getByRole("group", { name: "second" })).toBeVisible();
    await page
      .getByRole("button", { name: /1 more approval/ })
      .first()
      .click();
    await expect(page.getByText(words.say("whatIf.partHere")).first()).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByText("2 cases, closed between")).toBeVisible();
    await page.getByRole("button", { name: words.say("whatIf.publish"), exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText(words.say("whatIf.summary.title"));
    await page.keyboard.press("Escape");
  });

  await test.step("live looks back over the last thirty days", async () => {
    await page.goto("/studio/processes/greeting?tab=live");
    await page.getByText(words.say("processes.live.month"), { exact: true }).click();
    await page.getByRole("slider").press("ArrowLeft");
    await expect(page.getByText("0 cases")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("those that run are suspended at once, with a reason, and the case says so", async () => {
    await page.getByText(words.say("processes.live.now"), { exact: true }).click();
    await page.getByRole("button", { name: "Act on this case…" }).click();
    await page.getByRole("textbox", { name: "Reason" }).fill("The desk is closed today");
    await expectAccessible(page);
    await page.getByRole("button", { name: words.say("bulk.start"), exact: true }).click();
    await expect(page.getByText("Suspend: 1 done, 0 refused")).toBeVisible();
  });
});
