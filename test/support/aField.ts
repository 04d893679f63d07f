import { randomUUID } from "node:crypto";
import { buildFieldIndexes } from "@sluice/embedded";
import type { Json } from "@sluice/process";
import { createField } from "@sluice/records";
import pg from "pg";
import type { TestFirm } from "./aFirm.ts";

/** A custom field of customers that Mei adds: a text called Region, unless it is said otherwise. Answers its id. */
export const aField = async (
  firm: TestFirm,
  {
    key = "c_region",
    recordType = "customer",
    ...settings
  }: Readonly<Record<string, Json>> & {
    readonly key?: string;
    readonly recordType?: string;
  } = {},
): Promise<string> => {
  const made = await createField(
    firm.house,
    {
      commandId: randomUUID(),
      recordType,
      key,
      settings: { type: "text", label: { en: "Region", zh: "地区" }, ...settings },
    },
    firm.as("mei"),
  );
  return String(made.recordId);
};

/** What the house's own job does a moment later: the indexes that lists wait for are built. */
export const indexed = async (firm: TestFirm): Promise<number> => {
  const owner = new pg.Client({ connectionString: firm.db.ownerUrl });
  await owner.connect();
  try {
    return await buildFieldIndexes(owner);
  } finally {
    await owner.end();
  }
};
