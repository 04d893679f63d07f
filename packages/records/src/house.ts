import type { RightsRule } from "@sluice/domain";
import type pg from "pg";
import type { Clock } from "./clock/clock.ts";
import type { PlanCache } from "./process/planCache.ts";
import type { LiveRegistry } from "./registry/liveRegistry.ts";
import type { RecordTypes } from "./registry/recordTypes.ts";

/** What a transaction left behind for others to pick up. */
export interface Aftermath {
  /** Cases with new rows in their inbox. */
  readonly inboxOf: readonly string[];
  /** Whether the outbox has a new row. */
  readonly hasOutbox: boolean;
}

/** Everything that every part of the door leans on. Made once by `createDoor`. */
export interface House {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly types: RecordTypes;
  readonly rights: readonly RightsRule[];
  /** What `types` and `rights` come from; each transaction brings it up to what stands. */
  readonly registry: LiveRegistry;
  readonly plans: PlanCache;
  readonly afterCommit: (aftermath: Aftermath) => void;
}
