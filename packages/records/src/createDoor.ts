import { rightsRules, type RightsRule } from "@sluice/domain";
import type pg from "pg";
import { carrierDoor } from "./carrierDoor/carrierDoor.ts";
import { databaseClock, type Clock } from "./clock/clock.ts";
import type { CarrierDoor, Door } from "./door.ts";
import { actOnTask } from "./doorMethods/actOnTask.ts";
import { createRecord, createRecords } from "./doorMethods/createRecord.ts";
import { deleteRecord } from "./doorMethods/deleteRecord.ts";
import { intervene } from "./doorMethods/intervene.ts";
import { migrateCase } from "./doorMethods/migrateCase.ts";
import { moveCase } from "./doorMethods/moveCase.ts";
import { openInterventions } from "./doorMethods/openInterventions.ts";
import { openMoves } from "./doorMethods/openMoves.ts";
import { patchRecord } from "./doorMethods/patchRecord.ts";
import { restoreRecord } from "./doorMethods/restoreRecord.ts";
import { startCase } from "./doorMethods/startCase.ts";
import type { Aftermath, House } from "./house.ts";
import { departmentRecordType, personRecordType } from "./person/personRecordType.ts";
import { planCache } from "./process/planCache.ts";
import { businessRecordTypes } from "./recordTypes.ts";
import { LiveRegistry } from "./registry/liveRegistry.ts";
import type { RecordType } from "./registry/recordType.ts";

/** What a door is made of. Only the pool must be given; it comes from `createPool`. */
export interface DoorSettings {
  readonly pool: pg.Pool;
  readonly clock?: Clock;
  readonly types?: readonly RecordType[];
  readonly rights?: readonly RightsRule[];
  /** Bytes that compiled processes may take. */
  readonly planBytes?: number;
  /** Told right after each commit that left work for the relay. */
  readonly afterCommit?: (aftermath: Aftermath) => void;
}

/** The door with both its sides, and the house behind it for what is built on the same transactions. */
export interface OpenedDoor {
  readonly door: Door;
  readonly carrier: CarrierDoor;
  readonly house: House;
}

/** Opens the one door to records and cases on a database. Holds nothing but the pool and compiled processes. */
export const createDoor = ({
  pool,
  clock = databaseClock,
  types = businessRecordTypes,
  rights = rightsRules,
  planBytes,
  afterCommit = () => undefined,
}: DoorSettings): OpenedDoor => {
  const plans = planCache(planBytes);
  const registry = new LiveRegistry([...types, personRecordType, departmentRecordType], rights, () => plans.clear());
  const house: House = {
    pool,
    clock,
    types: registry.types,
    get rights() {
      return registry.rights;
    },
    registry,
    plans,
    afterCommit,
  };
  const door: Door = {
    createRecord: (type, command, caller) => createRecord(house, type, command, caller),
    createRecords: (type, commands, caller) => createRecords(house, type, commands, caller),
    patchRecord: (type, command, caller) => patchRecord(house, type, command, caller),
    deleteRecord: (type, command, caller) => deleteRecord(house, type, command, caller),
    restoreRecord: (type, command, caller) => restoreRecord(house, type, command, caller),
    startCase: (command, caller) => startCase(house, command, caller),
    moveCase: (command, caller) => moveCase(house, command, caller),
    actOnTask: (command, caller) => actOnTask(house, command, caller),
    intervene: (command, caller) => intervene(house, command, caller),
    migrateCase: (command, caller) => migrateCase(house, command, caller),
    openMoves: (caseIds, caller) => openMoves(house, caseIds, caller),
    openInterventions: (caseId, caller) => openInterventions(house, caseId, caller),
  };
  return { door, carrier: carrierDoor(house), house };
};
