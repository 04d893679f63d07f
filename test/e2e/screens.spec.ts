import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./expectAccessible.ts";
import { expect, test } from "./theHouse.ts";

interface Look {
  readonly language: "en" | "zh";
  readonly theme: "light" | "dark";
}

const looks: readonly Look[] = [
  { language: "en", theme: "light" },
  { language: "zh", theme: "dark" },
];
/** A page of somebody of the demo firm, in a language and a theme, at a width. */
const aPage = async (
  browser: Browser,
  address: string,
  { language, theme }: Look,
  { name, width }: { readonly name: string; readonly width: number },
): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: address,
    locale: language === "zh" ? "zh-CN" : "en-GB",
    colorScheme: theme,
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
  });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^(Inbox|待办)$/ })).toBeVisible();
  const isChinese = (await page.locator("html").getAttribute("lang"))?.startsWith("zh") ?? false;
  if (isChinese !== (language === "zh"))
    await page
      .getByRole("button", { name: isChinese ? "Switch to English" : "切换到中文" })
      .first()
      .click();
  const isDark = (await page.locator("html").getAttribute("data-mantine-color-scheme")) === "dark";
  if (isDark !== (theme === "dark"))
    await page
      .getByRole("button", { name: isDark ? /Switch to light|切换到浅色/ : /Switch to dark|切换到深色/ })
      .first()
      .click();
  return page;
};

/** Nobody is kept out, nothing runs off the page, and the page says its language. */
const expectSound = async (page: Page, { language, theme }: Look): Promise<void> => {
  await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? /^zh/ : /^en/);
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", theme);
  await expectAccessible(page);
  const overflow = await page.locator("html").evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
};

const screens = [
  "/inbox",
  "/quotes",
  "/customers",
  "/products",
  "/price-books",
  "/cost-sheets",
  "/orders",
  "/studio/processes",
  "/outbox",
  "/customers/00000000-0000-4000-8000-000000000000",
  "/nowhere/at/all",
];

for (const look of looks) {
  test(`the first screens are sound in ${look.language}, ${look.theme}`, async ({ browser, house }) => {
    const page = await aPage(browser, house.address, look, { name: "Mei Lin", width: 1_440 });
    for (const screen of screens) {
      await test.step(screen, async () => {
        await page.goto(screen);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectSound(page, look);
      });
    }
    await test.step("an open menu", async () => {
      await page.goto("/studio/processes");
      await page.getByRole("main").locator("[aria-haspopup=menu]").first().click();
      await expect(page.getByRole("menuitem").first()).toBeVisible();
      await expectSound(page, look);
    });
    await test.step("a quote", async () => {
      await page.goto("/quotes?q=Sorter");
      await page.getByRole("row").filter({ hasText: "Sorter controls, hall 2" }).click();
      await expect(page.getByRole("table").first()).toBeVisible();
      await expectSound(page, look);
    });
    await test.step("the canvas", async () => {
      await page.goto("/studio/processes/quote");
      await expect(page.locator('[data-ready="true"]').first()).toBeVisible();
      await expectSound(page, look);
    });
  });

  test(`the inbox and a task are usable at 360 pixels in ${look.language}, ${look.theme}`, async ({
    browser,
    house,
  }) => {
    const page = await aPage(browser, house.address, look, { name: "Li Wei", width: 360 });
    await page.goto("/inbox");
    await expect(page.locator("[data-task]").first()).toBeVisible();
    await expectSound(page, look);
    await page.locator("[data-task]").first().click();
    await expect(page.getByRole("article").getByRole("button", { name: /^(Costed|核算完成)$/ })).toBeVisible();
    await expectSound(page, look);
  });
}
