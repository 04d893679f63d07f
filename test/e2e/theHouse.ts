import { test as base } from "@playwright/test";
import { aHouse, type TestHouse } from "../support/index.ts";

/** `test` with a whole Sluice, demo firm and all, that the files of one run share; relative addresses are the house's. */
export const test = base.extend<object, { house: TestHouse }>({
  house: [
    async ({}, use) => {
      await using house = await aHouse();
      await use(house);
    },
    { scope: "worker", timeout: 240_000 },
  ],
  baseURL: async ({ house }, use) => {
    await use(house.address);
  },
});

export { expect } from "@playwright/test";
