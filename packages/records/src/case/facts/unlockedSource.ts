import type { Kysely } from "kysely";
import type { DB } from "../../generated/database.ts";
import type { House } from "../../house.ts";
import { RecordStore } from "../../record/recordStore.ts";
import type { CaseInHand } from "../caseInHand.ts";
import type { FactSource } from "./factSource.ts";

/** What the facts of a case are loaded from to look ahead: unlocked, nothing counted or written. */
export const unlockedSource = (house: House, db: Kysely<DB>, it: CaseInHand, at: string): FactSource => ({
  house,
  db,
  records: new RecordStore({ db, types: house.types, locks: null }),
  record: { type: it.recordType, id: it.recordId },
  caseId: it.id,
  initiatorId: it.initiatorId,
  at,
  isCommand: false,
  readFrom: new Map(),
});
