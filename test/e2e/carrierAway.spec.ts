import { aHouse } from "../support/index.ts";
import { atTheDeskOf } from "./story/desk.ts";
import { wordsIn } from "./story/words.ts";
import { expect, test } from "./theHouse.ts";

test("while Temporal is away the page says so and people go on, and it stops saying so afterwards", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  await using house = await aHouse({ env: { SWEEP_EVERY_MS: "1000", SWEEP_OVERDUE_MS: "2000" } });
  const { page } = await atTheDeskOf(browser, house.address, "Chen Rui", wordsIn("en"));
  const banner = page.getByRole("status").filter({ hasText: "You can go on working" });
  await expect(banner).toHaveCount(0);

  const temporal = house.partMark("temporal")?.pid ?? 0;
  process.kill(temporal, "SIGSTOP");
  await expect(banner).toBeVisible({ timeout: 60_000 });
  await page.goto("/customers");
  await expect(page.getByRole("heading", { name: "Customers" })).toBeVisible();
  await expect(banner).toBeVisible({ timeout: 30_000 });

  process.kill(temporal, "SIGCONT");
  await expect(banner).toHaveCount(0, { timeout: 60_000 });
});
