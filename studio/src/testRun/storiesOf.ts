import type { RecordSchema } from "@sluice/domain";
import { type ProcessDefinition, type RecordSchemas, storyFindings } from "@sluice/process";
import type { Finding } from "../canvas/problems/finding.ts";
import { planFor } from "./planFor.ts";

/** What playing the stories of a draft may take of the page's time. */
const LIMIT_MS = 1_000;

/** The stories of a draft that go otherwise than they are told, as findings; none while it cannot run at all. */
export const storiesOf = (definition: ProcessDefinition, schemas: readonly RecordSchema[]): readonly Finding[] => {
  const byType: RecordSchemas = Object.fromEntries(schemas.map((schema) => [schema.type, schema]));
  if ((definition.stories ?? []).length === 0 || planFor(definition, byType) === null) return [];
  const until = performance.now() + LIMIT_MS;
  return storyFindings(definition, { schemas: byType, isStopped: () => performance.now() > until });
};
