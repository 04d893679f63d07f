/**
 * Postgres and Temporal for one machine, and the supervisor behind `npm start`.
 *
 * Both are the real servers with their data on disk. They run as processes of their own: they outlive a killed parent, and
 * the next start adopts them. Growing out of this package is configuration (`DATABASE_URL`, `TEMPORAL_ADDRESS`), not code.
 */
export { installFolders } from "./installFolders.ts";
export { migrate, missingMigrations } from "./migrate.ts";
export { buildFieldIndexes } from "./postgres/fieldIndexes.ts";
export { keepFieldIndexes } from "./postgres/keepFieldIndexes.ts";
export { findPostgres, startPostgres, type RunningPostgres } from "./postgres/startPostgres.ts";
export { findTemporalServer, startTemporal, type RunningTemporal } from "./temporal/startTemporal.ts";
export { temporalAnswers } from "./temporal/temporalAnswers.ts";
export { temporalCli } from "./temporal/temporalCli.ts";
export { freePort } from "./machine/freePort.ts";
export { isAlive, processMark, type ProcessMark } from "./machine/processMark.ts";
export { endProcess } from "./machine/endProcess.ts";
export { openLog } from "./machine/openLog.ts";
export { pause } from "./machine/pause.ts";
export { APP, OWNER } from "./postgres/ensureDatabase.ts";
export { endLeftOver, programService, type Program } from "./supervisor/programService.ts";
export type { RunningService, Service } from "./supervisor/service.ts";
export { supervise } from "./supervisor/supervise.ts";
export { isFreePort } from "./machine/freePort.ts";
export { type HeldLock, type LockHolder, tryLock, withLock } from "./machine/fileLock.ts";
export type { Say } from "./machine/say.ts";
export { postgresData } from "./postgres/postgresPlace.ts";
export { checkDatabase } from "./postgres/checkDatabase.ts";
export { claimHome } from "./postgres/claimHome.ts";
export { findTemporal } from "./temporal/findTemporal.ts";
export { backUp } from "./backup/backUp.ts";
export { restore } from "./backup/restore.ts";
export { rotateEpoch } from "./backup/rotateEpoch.ts";
