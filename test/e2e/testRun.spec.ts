import { expectAccessible } from "./expectAccessible.ts";
import { askingAt } from "./story/asking.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

test("an admin plays the quote over nine working days, steps back, and saves it as a story", async ({
  browser,
  house,
}) => {
  const words = wordsIn("en");
  const say = (key: string, places = {}) => words.say(`testRun.${key}`, places);
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", words);
  await page.goto("/studio/processes/quote?tab=test");
  const effect = (step: string) => page.locator(`[data-run-effect="${step}"]`);
  const move = (id: string) => page.locator(`[data-run-move="${id}"]`);
  const here = (stage: string) => page.locator(`[data-stage="${stage}"] [data-here-pill]`);
  const asked = page.locator('[data-run-task="remindOwner"]');

  await test.step("a move says what stands against it before it is pressed", async () => {
    await expect(here("draft")).toBeVisible();
    await expect(move("submit")).toHaveAttribute("data-refused", "true");
    await expectAccessible(page);
  });

  await test.step("the record is a copy of a real one, read with the admin's rights", async () => {
    await page.getByRole("combobox", { name: say("given.copy") }).fill("Pump test bench");
    await page
      .getByRole("option", { name: /Pump test bench/ })
      .first()
      .click();
    await expect(move("submit")).toHaveAttribute("data-refused", "false");
  });

  await test.step("it is submitted and sent; what would go out is shown instead", async () => {
    await move("submit").getByRole("button").click();
    await expect(here("approved")).toBeVisible();
    await move("send").getByRole("button").click();
    await effect("printQuote")
      .getByRole("button", { name: say("effect.done") })
      .click();
    await expect(effect("mailQuote")).toContainText("please find our quote attached");
    await effect("mailQuote")
      .getByRole("button", { name: say("effect.done") })
      .click();
    await expect(here("sent")).toBeVisible();
  });

  await test.step("nine working days later the owner is asked to ask", async () => {
    await page.getByRole("textbox", { name: say("clock.amount") }).fill("9");
    await page.getByRole("button", { name: say("clock.pass"), exact: true }).press("Enter");
    await expect(asked).toBeVisible();
    await expect(page.locator("[data-moment]").last()).toContainText(say("did.pass.working.day_other", { count: 9 }));
    await expectAccessible(page);
  });

  await test.step("a step back takes it back, a step on brings it again", async () => {
    await page.getByRole("button", { name: say("player.stepBack") }).click();
    await expect(asked).toHaveCount(0);
    await page.getByRole("button", { name: say("player.stepOn") }).click();
    await expect(asked).toBeVisible();
  });

  const saved = page.getByRole("button", { name: "Nine days of silence", exact: false }).first();
  await test.step("the run is saved as a story, which passes; one undo takes it out again", async () => {
    await page.getByRole("button", { name: say("player.save") }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(words.say("form.englishText")).fill("Nine days of silence");
    await dialog.getByLabel(words.say("form.chineseText")).fill("九天无答复");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: say("save.confirm"), exact: true }).click();
    await expect(page.locator('[data-story="story"][data-passed="true"]')).toBeVisible();
    await page.getByRole("button", { name: words.say("processes.header.undo") }).click();
    await expect(saved).toHaveCount(0);
    await page.getByRole("button", { name: words.say("processes.header.redo") }).click();
    await expect(saved).toBeVisible();
  });

  await test.step("publishing shows what the stories say and what they come past, in the dark too", async () => {
    await page.getByRole("button", { name: /dark/i }).first().click();
    await page.getByRole("button", { name: words.say("processes.header.publish"), exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator('[data-stories="passed"]')).toContainText(say("coverage.nodes"));
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  });

  await test.step("a condition is tried on a real record: what each row saw, and why it does not hold", async () => {
    await page.getByRole("radio", { name: words.say("processes.header.design") }).click();
    await page.locator('[data-wire="overLimit"]').click();
    await page.getByRole("button", { name: say("trial.try") }).click();
    await page.getByRole("combobox", { name: say("trial.record") }).fill("Pump test bench");
    await page
      .getByRole("option", { name: /Pump test bench/ })
      .first()
      .click();
    await expect(page.locator('[data-tried="fails"]').last()).toContainText(words.field("quote", "effectiveDiscount"));
    await expectAccessible(page);
  });

  await test.step("the draft is given up again, for whoever comes after", async () => {
    await expect(page.locator('[role="status"][data-status="saved"]')).toBeVisible();
    const asking = askingAt({ page }, house.address);
    const { rev, base } = await asking.get<{ rev: number; base: number }>("processes.get", { key: "quote" });
    await asking.command("processes.discardDraft", { key: "quote", rev, base });
  });
});

test("an admin plays what people and admins can do at a sheet's sign-off; its stories are played beside the page", async ({
  browser,
  house,
}) => {
  const words = wordsIn("en");
  const say = (key: string, places = {}) => words.say(`testRun.${key}`, places);
  const { page } = await atTheDeskOf(browser, house.address, "Mei Lin", words);
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto("/studio/processes/costSignOff?tab=test");
  const task = (kind: string) => page.locator(`[data-run-task="cost"][data-kind="${kind}"]`);
  const stepIn = page.locator("[data-run-step-in]");
  const told = page.locator("[data-moment]").last();
  const pick = async (item: string) => page.getByRole("menuitem", { name: item, exact: true }).click();
  const actAs = (name: string) => page.getByRole("button", { name: say("acting.actAs", { name }), exact: true });

  await test.step("the stories' verdicts come from a worker", async () => {
    await expect(page.locator('[data-story][data-passed="true"]').first()).toBeVisible();
    expect(workers.filter((url) => url.includes("stories"))).not.toEqual([]);
  });

  await test.step("whoever has the work asks somebody for advice, who answers beside it", async () => {
    await actAs("Cost engineer").click();
    await task("task")
      .getByRole("button", { name: words.say("inbox.more") })
      .click();
    await expect(page.getByRole("menuitem", { name: words.say("inbox.transfer"), exact: true })).toBeVisible();
    await expectAccessible(page);
    await pick(words.say("inbox.consultAct"));
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: words.say("inbox.whom") }).fill("Finance");
    await page.getByRole("option", { name: "Finance", exact: true }).click();
    await dialog.getByRole("button", { name: words.say("inbox.consultAct"), exact: true }).press("Enter");
    await expect(told).toContainText("Cost engineer asks Finance for advice");
    await actAs("Finance").click();
    await task("consult")
      .getByRole("button", { name: words.say("inbox.answerAct") })
      .click();
    await expect(task("consult")).toHaveCount(0);
  });

  await test.step("an admin suspends the case: nobody can work on it, and it is resumed", async () => {
    await actAs("Administrator").click();
    for (const act of ["suspend", "resume"]) {
      await stepIn.getByRole("button", { name: say("stepIn.open") }).click();
      await pick(words.say(`cases.${act}`));
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: say("act.reason") }).fill("The desk is closed");
      await dialog.getByRole("button", { name: words.say(`cases.${act}`), exact: true }).click();
      await expect(stepIn).toHaveAttribute("data-run-step-in", act === "suspend" ? "suspended" : "running");
    }
  });

  await test.step("without a reason it is refused, as at the door, in the dark too", async () => {
    await page.getByRole("button", { name: /dark/i }).first().click();
    await stepIn.getByRole("button", { name: say("stepIn.open") }).click();
    await pick(words.say("cases.cancel"));
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expectAccessible(page);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: words.say("cases.cancel"), exact: true })
      .click();
    await expect(page.locator('[data-refusal="REASON_REQUIRED"]')).toBeVisible();
    await expectAccessible(page);
  });
});
