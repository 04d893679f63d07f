import { problem, Refusal } from "@sluice/problems";
import type { Asker } from "../person/asker.ts";

/**
 * Lets admins through: only they take cases over to another version.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 */
export const assertMayMigrate = (asker: Asker): void => {
  if (asker.roles.includes("admin")) return;
  throw new Refusal([
    problem("NOT_ALLOWED", { action: "migrate", recordType: "case" }, { whoCanClear: [{ role: "admin" }] }),
  ]);
};
