import type { ProcessDefinitionInput } from "@sluice/process";
import { expectAccessible } from "./expectAccessible.ts";
import { askingAt } from "./story/asking.ts";
import { atTheDeskOf, keepPicture } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

const text = (en: string, zh: string) => ({ en, zh });
const role = (key: string) => [{ by: "role" as const, role: key }];

/** A visit that is prepared by a call. */
const visit: ProcessDefinitionInput = {
  format: 2,
  key: "preparedVisit",
  name: text("Prepared visit", "预约拜访"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "begin", kind: "start", name: text("Wanted", "提出"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "open", kind: "stage", key: "open", order: 0, entry: "call", name: text("Open", "进行中") },
    {
      id: "call",
      kind: "task",
      stage: "open",
      name: text("Call beforehand", "事先致电"),
      who: role("rep"),
      onEmpty: { do: "admin" },
      outcomes: [{ key: "called", name: text("Called", "已致电") }],
      sla: { due: { amount: 2, unit: "day" } },
    },
    { id: "over", kind: "stage", key: "over", order: 1, name: text("Over", "结束"), final: "done" },
  ],
  edges: [
    { id: "e1", from: "begin", to: "open" },
    { id: "e2", from: "call", to: "over", on: { kind: "outcome", outcome: "called" } },
  ],
};

/** The call is a letter now, and then comes a step that nobody is there for. */
const visitOfNow: ProcessDefinitionInput = {
  ...visit,
  nodes: [
    ...visit.nodes.map((node) => {
      if (node.kind === "stage" && node.id === "open") return { ...node, entry: "write" };
      return node.kind === "task" ? { ...node, id: "write", name: text("Write beforehand", "事先写信") } : node;
    }),
    {
      id: "check",
      kind: "task",
      stage: "open",
      name: text("Check the route", "核对路线"),
      who: [{ by: "manager", level: 9, of: "initiator" }],
      onEmpty: { do: "incident" },
    },
  ],
  edges: [
    { id: "e1", from: "begin", to: "open" },
    { id: "e2", from: "write", to: "check", on: { kind: "outcome", outcome: "called" } },
    { id: "e3", from: "check", to: "over" },
  ],
};

const CASES = 7;

test("running cases go over with a trial of five, stop at the first incident, go on, and are taken back to where they stood", async ({
  browser,
  house,
}) => {
  const words = wordsIn("en");
  const say = (key: string, places = {}) => words.say(`migration.${key}`, places);
  const [admin, rep] = [
    await atTheDeskOf(browser, house.address, "Mei Lin", words),
    await atTheDeskOf(browser, house.address, "Sofia Brandt", words),
  ];
  const [asAdmin, asRep] = [askingAt(admin, house.address), askingAt(rep, house.address)];
  const { page } = admin;
  const publish = async (definition: ProcessDefinitionInput, base: number): Promise<void> => {
    const key = visit.key;
    const saved = await page.request.post("/trpc/processes.saveDraft", {
      headers: { origin: house.address },
      data: { commandId: crypto.randomUUID(), key, rev: 0, base, definition },
    });
    const { result } = (await saved.json()) as { result: { data: { rev: number } } };
    await asAdmin.command("processes.publish", { key, rev: result.data.rev, base });
  };
  await publish(visit, 0);
  const { recordId } = await asRep.command("customers.create", { fields: { name: "Prepared visits Ltd" } });
  for (let count = 0; count < CASES; count += 1)
    await asRep.command("cases.start", { process: visit.key, recordType: "customer", recordId });
  await publish(visitOfNow, 1);

  const status = page.locator("section[data-status]");
  const isNow = (name: string) => expect(status).toHaveAttribute("data-status", name, { timeout: 20_000 });
  const fact = (name: string) => status.locator(`[data-fact="${name}"]`);
  const button = (key: string) => page.getByRole("button", { name: say(key), exact: true });
  const plan = async (): Promise<void> => {
    await page.locator('[data-mapped="call"]').click();
    await page.getByRole("option", { name: "Write beforehand" }).click();
    await button("preview.open").click();
    await expect(page.locator('[data-count="moves"]')).toContainText(String(CASES));
    await page.getByLabel(say("start.reason")).fill("letters are read");
    await page.getByRole("button", { name: say("start.confirm_other", { count: CASES }) }).click();
    await isNow("tried");
    await expect(fact("moved")).toHaveText(say("progress.moved_other", { count: 5 }));
    await expect(fact("left")).toHaveText(say("progress.left_other", { count: CASES - 5 }));
  };
  const takeBack = async (why: string): Promise<void> => {
    await button("act.undo").click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: say("undo.confirm") })).toBeDisabled();
    await dialog.getByLabel(say("start.reason")).fill(why);
    await dialog.getByRole("button", { name: say("undo.confirm") }).click();
    await isNow("undone");
  };

  await test.step("the live view leads there with the cases at the step", async () => {
    const bulk = (key: string, places = {}) => words.say(`bulk.${key}`, places);
    await page.goto(`/studio/processes/${visit.key}?tab=live`);
    await page.locator('[data-stage="open"]').click({ position: { x: 12, y: 12 } });
    await page.getByRole("button", { name: bulk("open_other", { count: CASES }) }).click();
    await page.getByRole("combobox", { name: bulk("act") }).click();
    await page.getByRole("option", { name: bulk("acts.migrate") }).click();
    await page.getByRole("link", { name: bulk("plan") }).click();
    await expect(page.locator("[data-meant]")).toContainText("Open");
    await page.getByRole("button", { name: say("meant.all") }).click();
    await expect(page.locator("[data-meant]")).toHaveCount(0);
  });

  await test.step("five go over; no more are wanted, and the five go back to their step", async () => {
    await plan();
    await expectAccessible(page);
    await keepPicture(admin, "migration-01-trial");
    await button("act.cancel").click();
    await isNow("cancelled");
    await button("act.undo").click();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await takeBack("not yet");
    await expect(fact("undone")).toHaveText(say("progress.undone_other", { count: 5 }));
    const back = await asRep.all<{ name: string }>("tasks.inbox", { process: visit.key });
    expect(back.map(({ name }) => name)).toEqual(Array.from({ length: CASES }, () => "Call beforehand"));
  });

  await test.step("once more: a case of the five has an incident, and the others are not touched", async () => {
    await button("act.another").click();
    await plan();
    const open = await asRep.all<{ id: string; name: string }>("tasks.inbox", { process: visit.key });
    const written = open.find(({ name }) => name === "Write beforehand");
    for (const act of [{ do: "claim" }, { do: "complete", outcome: "called" }])
      await asRep.command("tasks.act", { taskId: written?.id, act });
    await button("act.goOn").click();
    await isNow("stopped");
    await expect(fact("left")).toHaveText(say("progress.left_other", { count: CASES - 5 }));
    await keepPicture(admin, "migration-02-stopped");
  });

  await test.step("the incident is skipped on the case's page, and it goes on to the last", async () => {
    const here = page.url();
    await page.getByRole("link", { name: say("progress.incident") }).click();
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const seen = await asAdmin.get<{ incidents: { key: string }[] }>("cases.get", { id });
    const act = { do: "skip", incident: seen.incidents[0]?.key };
    await asAdmin.command("cases.intervene", { caseId: id, act, reason: "the route is known" });
    await page.goto(here);
    await button("act.goOn").click();
    await isNow("done");
    await expect(fact("moved")).toHaveText(say("progress.moved_other", { count: CASES }));
  });

  await test.step("taken back: six stand where they stood, the seventh has gone on and says so", async () => {
    await takeBack("the route cannot be checked");
    await expect(fact("undone")).toHaveText(say("progress.undone_other", { count: CASES - 1 }));
    await expect(fact("movedSince")).toHaveText(say("progress.movedSince_one", { count: 1 }));
    const told = status.getByRole("region", { name: say("progress.notBack") }).locator("[data-case]");
    await expect(told).toHaveCount(1);
    await expect(told).toContainText("gone on since it was taken over");
    await expect(status).toContainText("the route cannot be checked");
    await page.getByRole("button", { name: words.say("shell.switchToDark") }).click();
    await expectAccessible(page);
    await keepPicture(admin, "migration-03-back");
  });
});
