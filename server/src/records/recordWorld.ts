import type { RightsRule } from "@sluice/domain";
import type { RecordTypes } from "@sluice/records";

/** The record types and rights of this firm as they stand now: custom fields are among them. */
export interface RecordWorld {
  readonly types: Pick<RecordTypes, "find">;
  readonly rights: readonly RightsRule[];
}
