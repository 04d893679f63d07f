import { sql } from "kysely";
import { z } from "zod";
import type { Reader } from "../reader.ts";

const roles = z.array(z.string()).nullable().catch(null);

/** The roles that may read what was said and handed in at the step of a decision, of a query that joins its version; null where everybody may. */
export const evidenceRoles = sql<unknown>`(select n -> 'permissions' -> 'evidence' from jsonb_array_elements(process_version.definition -> 'nodes') as n where n ->> 'id' = decision.node limit 1)`;

/** Whether a reader may see the words, files and signatures of a step: by a role it names, or because they are their own. */
export const mayReadEvidence = (named: unknown, authors: readonly (string | null)[], reader: Reader): boolean => {
  const allowed = roles.parse(named ?? null);
  return allowed === null || authors.includes(reader.personId) || reader.roles.some((role) => allowed.includes(role));
};
