import { processEnvironment } from "@sluice/config";
import type { Language } from "@sluice/problems";
import {
  approve,
  expectNothingAsked,
  expectTaskByItself,
  loadedAtOf,
  readSentBack,
  sendBack,
} from "./story/approval.ts";
import { cost, sign } from "./story/costing.ts";
import { atTheDeskOf, type Desk, keepPicture, makeMove } from "./story/desk.ts";
import { expectVersion, redrawAndPublish } from "./story/drawing.ts";
import { accept, expectReminder, readPdf, send } from "./story/ending.ts";
import { importProducts } from "./story/products.ts";
import { changeLineThree, draftQuote, submitInVain } from "./story/quote.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

/** English in `npm test`; `npm run soak -- stories-zh` tells the same story in Chinese. */
const language: Language = processEnvironment()["SLUICE_STORY_LANGUAGE"] === "zh" ? "zh" : "en";
const words = wordsIn(language);
const COMMENT = "Line 3: two gearboxes are enough. 第3行：两台足够。";
/** A quote of hers that the demo firm has from the first day. */
const DRAFTED_BEFORE = "Sorter controls, hall 2";

const expectStage = async ({ page }: Desk, stage: string): Promise<void> => {
  await expect(page.getByText(words.step("quote", stage), { exact: true }).first()).toBeVisible();
};

test(`a quote waits on cost sign-off, from the drawing to the order (${language})`, async ({ browser, house }) => {
  test.setTimeout(420_000);
  const desk = (name: string): Promise<Desk> => atTheDeskOf(browser, house.address, name, words);
  const [admin, rep, finance, engineer, manager] = [
    await desk("Mei Lin"),
    await desk("Sofia Brandt"),
    await desk("Zhao Min"),
    await desk("Li Wei"),
    await desk("Wang Fang"),
  ];

  await test.step("the admin makes the threshold 12 % and publishes; a running case stays on version 1", async () => {
    await rep.page.goto(`/quotes?q=${encodeURIComponent(DRAFTED_BEFORE)}`);
    await rep.page.getByRole("row").filter({ hasText: DRAFTED_BEFORE }).click();
    await expectVersion(rep, 1);
    await redrawAndPublish(admin);
    await rep.page.reload();
    await expect(rep.page.getByText(words.say("cases.version", { version: 1 }), { exact: true })).toBeVisible();
  });

  await test.step("the product manager imports 300 products from a GB18030 file", async () => {
    await importProducts(await desk("Tom Okafor"));
  });

  let quoteAddress = "";
  await test.step("the rep's submit is refused, with the reason and who can clear it", async () => {
    quoteAddress = await draftQuote(rep);
    await submitInVain(rep);
    await expectVersion(rep, 2);
  });

  await test.step("it is costed and signed", async () => {
    await cost(engineer, ["9000", "1500", "800"]);
    await sign(finance);
  });

  await test.step("the manager's task appears without a reload, with its due time; she sends it back", async () => {
    const loadedAt = await loadedAtOf(manager);
    await rep.page.goto(quoteAddress);
    await makeMove(rep, words.step("quote", "submit"));
    await expectStage(rep, "approval");
    await expectTaskByItself(manager, loadedAt);
    await sendBack(manager, COMMENT);
  });

  await test.step("the rep changes a costed line: the sheet is stale and the quote waits again", async () => {
    await readSentBack(rep, COMMENT);
    await rep.page.goto(quoteAddress);
    await changeLineThree(rep);
    await rep.page.getByRole("link", { name: /CS-/ }).first().click();
    await expect(rep.page.getByText(words.like("records.sheetStale"))).toBeVisible();
    await rep.page.goto(quoteAddress);
    await expectStage(rep, "approval");
    await rep.page.getByRole("link", { name: words.say("records.openCase") }).click();
    await expect(rep.page.getByText(words.step("quote", "costReady")).first()).toBeVisible();
    await keepPicture(rep, "09-waits-again");
    await expectNothingAsked(manager);
  });

  await test.step("costed and signed again, it comes to the manager by itself, who approves", async () => {
    await cost(engineer, ["9100", "1500", "800"]);
    await sign(finance);
    await approve(manager);
    await rep.page.goto(quoteAddress);
    await expectStage(rep, "approved");
  });

  await test.step("the PDF says what was quoted", async () => {
    await readPdf(rep, quoteAddress);
  });

  await test.step("it is sent, the reminder fires, the customer accepts, and an order exists", async () => {
    await send(rep, admin);
    await expectReminder(rep);
    await accept(rep, quoteAddress);
  });
});
