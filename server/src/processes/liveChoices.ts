import { amountField, type Reads } from "@sluice/records";
import type { LiveChoices } from "./processShapes.ts";

/** What the cases of a process can be told apart by: departments, the versions that any of them runs or ran on, an amount. */
export const liveChoices = async ({ db, types }: Reads, key: string): Promise<LiveChoices> => {
  const [departments, versions, process] = await Promise.all([
    db.selectFrom("department").select(["id", "name"]).orderBy("path").limit(500).execute(),
    db
      .selectFrom("process_version")
      .select("version")
      .where("process_key", "=", key)
      .orderBy("version", "desc")
      .execute(),
    db.selectFrom("process").select("record_type").where("key", "=", key).executeTakeFirst(),
  ]);
  const type = process === undefined ? null : types.find(process.record_type);
  return {
    departments: departments.map(({ id, name }) => ({ id, name: name as { en: string; zh: string } })),
    versions: versions.map(({ version }) => version),
    hasAmount: type !== null && amountField(type) !== null,
  };
};
