import { accessBy, type RightsRule } from "@sluice/domain";
import { sql, type RawBuilder } from "kysely";
import type { Asker } from "../person/asker.ts";
import type { RecordType } from "../registry/recordType.ts";
import { abilityOf } from "../rights/abilityOf.ts";
import { rightsToSql } from "../rights/toSql.ts";

/**
 * What must hold of a record so that a person sees a custom field of it unmasked; null where that is so of every record they may
 * read. Lists that are narrowed or sorted by a field show no record of which it does not hold.
 */
export const seenTestOf =
  (rules: readonly RightsRule[], asker: Asker, type: RecordType) =>
  (path: string): RawBuilder<boolean> | null => {
    if (type.schema.fields[path]?.custom !== true) return null;
    const own = rules.filter(
      (rule) => rule.recordType === type.schema.type && rule.action === "read" && asker.roles.includes(rule.role),
    );
    const seeing = own.filter((rule) => ["read", "edit"].includes(accessBy(rule, path)));
    if (seeing.length === own.length || seeing.some((rule) => rule.scope === "all")) return null;
    return seeing.length === 0
      ? sql<boolean>`FALSE`
      : rightsToSql(abilityOf(seeing, asker), "read", { type, alias: "it" });
  };
