import { processEnvironment } from "@sluice/config";
import type { Language } from "@sluice/problems";
import { expectAccessible } from "./expectAccessible.ts";
import { askingAt } from "./story/asking.ts";
import { atTheDeskOf, type Desk, keepPicture } from "./story/desk.ts";
import { askedPrices, explainedPrice } from "./story/prices.ts";
import { askFinanceAbove } from "./story/redrawing.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

/** English in `npm test`; `npm run soak -- stories-zh` tells the same story in Chinese. */
const language: Language = processEnvironment()["SLUICE_STORY_LANGUAGE"] === "zh" ? "zh" : "en";
const words = wordsIn(language);
const say = (key: string, places: Readonly<Record<string, string | number>> = {}): string => words.say(key, places);

test(`an admin redraws the special price, proves and tries it, publishes, and takes running cases over (${language})`, async ({
  browser,
  house,
}) => {
  test.setTimeout(420_000);
  const desk = (name: string): Promise<Desk> => atTheDeskOf(browser, house.address, name, words);
  const [admin, rep, engineer, finance, head] = [
    await desk("Mei Lin"),
    await desk("Sofia Brandt"),
    await desk("Li Wei"),
    await desk("Zhao Min"),
    await desk("Wang Fang"),
  ];
  const { page } = admin;
  const asking = (who: Desk) => askingAt(who, house.address);
  const tab = (key: string) => page.getByRole("radio", { name: say(`processes.header.${key}`), exact: true });
  const publish = () => page.getByRole("button", { name: say("processes.header.publish"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  const saved = page.locator('[role="status"][data-status="saved"]');

  await test.step("the template is taken, and where large amounts are explained first it comes in force", async () => {
    await page.goto("/studio/processes");
    await page.getByRole("button", { name: say("processes.create.open") }).click();
    await dialog.locator('[data-template="specialPrice"]').click();
    await expect(dialog.getByLabel(say("processes.create.name"))).toHaveValue(words.process("specialPrice"));
    await expectAccessible(page);
    await dialog.getByRole("button", { name: say("processes.create.confirm") }).click();
    await expect(page.locator('[data-ready="true"]')).toBeVisible();
    await keepPicture(admin, "admin-01-template");
    const { rev } = await asking(admin).get<{ rev: number }>("processes.get", { key: "specialPrice" });
    await asking(admin).command("processes.saveDraft", {
      key: "specialPrice",
      rev,
      base: 0,
      definition: explainedPrice(),
    });
    await asking(admin).command("processes.publish", { key: "specialPrice", rev: rev + 1, base: 0 });
  });

  await test.step("prices are asked for: some are decided, forty wait, two of them to be explained", async () => {
    await askedPrices({ rep: asking(rep), engineer: asking(engineer), finance: asking(finance) });
  });

  await test.step("in the tree the explanation goes, and finance decides above an amount", async () => {
    await page.goto("/studio/processes/specialPrice");
    await page.getByRole("radio", { name: say("canvas.views.tree") }).click();
    const explain = explainedPrice().nodes.find(({ id }) => id === "explain")?.name[language] ?? "";
    await page.getByRole("button", { name: say("canvas.tree.delete", { step: explain }), exact: true }).click();
    await askFinanceAbove(admin, 500_000);
    await expect(saved).toBeVisible();
    await keepPicture(admin, "admin-02-tree");
  });

  await test.step("publishing is refused: a control point fails, and the dialog speaks of people", async () => {
    await publish();
    await expect(dialog.locator('[data-verdict="fails"]').first()).toBeVisible({ timeout: 30_000 });
    await expect(dialog).toContainText(words.role("finance"));
    await expect(dialog.getByRole("button", { name: say("processes.publish.toProblems") })).toBeVisible();
    await keepPicture(admin, "admin-03-refused");
    await dialog
      .getByRole("button", { name: say("canvas.controls.showHow") })
      .first()
      .click();
  });

  await test.step("the way on which it fails is played, and the offered fix mends it", async () => {
    const walk = page.getByRole("complementary", { name: say("canvas.controls.walk.title") });
    await expect(walk.getByRole("listitem").first()).toBeVisible();
    await walk.getByRole("button", { name: say("canvas.controls.walk.play"), exact: true }).click();
    await keepPicture(admin, "admin-04-played");
    await walk.press("Escape");
    await page.locator("body").press("Escape");
    await page.locator('[data-control] [data-fix="lockRecord"]').first().click();
    await expect(page.locator('[data-control] [data-verdict="proved"]')).toHaveCount(5, { timeout: 30_000 });
    await expectAccessible(page);
  });

  await test.step("a story over nine working days goes as it is told", async () => {
    await tab("test").click();
    const story = page.locator('[data-story="belowCost"]');
    await expect(story).toHaveAttribute("data-passed", "true");
    await story.getByRole("button").first().click();
    await expect(page.locator("[data-moment]")).toHaveCount(7);
    await keepPicture(admin, "admin-05-story");
  });

  await test.step("what if: three of the closed cases would have taken one more approval", async () => {
    await tab("whatIf").click();
    await page.getByRole("button", { name: say("whatIf.run") }).click();
    await expect(page.locator('[role="status"][data-status="done"]')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(say("whatIf.card.inCases_other", { count: 3 })).first()).toBeVisible();
    await keepPicture(admin, "admin-06-what-if");
    await expectAccessible(page);
  });

  await test.step("it is published", async () => {
    await tab("design").click();
    await publish();
    const acknowledged = dialog.getByLabel(say("processes.publish.warnings"));
    await expect(dialog.locator('[data-verdict="proved"]')).toHaveCount(5, { timeout: 30_000 });
    if (await acknowledged.isVisible()) await acknowledged.check();
    await dialog.getByRole("button", { name: say("processes.publish.confirm", { version: 2 }) }).click();
    await dialog.getByRole("link", { name: say("migration.offer.open") }).click();
  });

  await test.step("of forty running cases, 38 move; two stood at what is gone", async () => {
    await page.getByRole("button", { name: say("migration.preview.open") }).click();
    await expect(page.locator('[data-count="moves"]')).toContainText("38", { timeout: 60_000 });
    await expect(page.locator('[data-count="needsMapping"]')).toContainText("2");
    await keepPicture(admin, "admin-07-verdicts");
    await expectAccessible(page);
    await page.getByLabel(say("migration.start.reason")).fill("v2");
    await page.getByLabel(say("migration.start.trial")).uncheck();
    await page.getByRole("button", { name: say("migration.start.confirm_other", { count: 38 }) }).click();
    await expect(page.getByText(say("migration.status.done"), { exact: true }).first()).toBeVisible({
      timeout: 90_000,
    });
    await expect(page.getByText(say("migration.progress.moved_other", { count: 38 }))).toBeVisible();
    await keepPicture(admin, "admin-08-moved");
  });

  await test.step("the canvas is live: what the sales head decides is seen as it happens, in the dark too", async () => {
    await page.goto("/studio/processes/specialPrice?tab=live");
    const waiting = page.locator('[data-live="salesHead"]');
    await expect(waiting).toContainText("38");
    const [task] = await asking(head).all<{ id: string }>("tasks.inbox", { process: "specialPrice" });
    await asking(head).command("tasks.act", { taskId: task?.id, act: { do: "approve" } });
    await expect(waiting).toContainText("37", { timeout: 30_000 });
    await page.getByRole("button", { name: say("shell.switchToDark") }).click();
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
    await expectAccessible(page);
    await keepPicture(admin, "admin-09-live");
  });
});
