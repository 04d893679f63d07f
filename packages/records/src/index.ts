/**
 * The one door: the only way to change a business record or a case.
 *
 * `createDoor` opens it on a pool. A person's command is one transaction: lock → authorise → validate → advance → control
 * points → write → audit → outbox → NOTIFY; it commits whole, or is refused and leaves nothing. The kernel decides, inside
 * that transaction, on facts that are locked (`case/facts`); `case/writes` does what it decided. The carrier's side
 * (`carrierDoor`) is idempotent by state and always answers with the current directive. Record types plug in through
 * `registry/recordType`, the fields that admins add through `registry/liveRegistry`; rights become SQL in `rights/toSql` and nowhere else.
 */
export type { BeginAnswer, Caller, CarrierDoor, Command, Committed, Door, OpenMove } from "./door.ts";
export { createDoor, type DoorSettings, type OpenedDoor } from "./createDoor.ts";
export type { Aftermath, House } from "./house.ts";
export type { DB } from "./generated/database.ts";
export { createPool } from "./transaction/createPool.ts";
export { CHANNEL, type Change } from "./transaction/news.ts";
export { newId } from "./transaction/newId.ts";
export { contentHash } from "./transaction/canonicalJson.ts";
export { runTransaction } from "./transaction/runTransaction.ts";
export type { DoorTransaction } from "./transaction/doorTransaction.ts";
export { databaseClock, type Clock } from "./clock/clock.ts";
export { lookUpFacts } from "./case/facts/lookUpFacts.ts";
export { calendarOf } from "./case/facts/calendarFact.ts";
export { zoneOffset } from "./clock/zoneOffset.ts";
export { readEpoch, rotateEpoch } from "./install/epoch.ts";
export { postMessage, type IncomingMessage, type Posted } from "./case/postMessage.ts";
export { postToFirm, type FirmMessage } from "./start/postToFirm.ts";
export { startByHook, type HookCall } from "./start/startByHook.ts";
export type { NamedRecord } from "./start/namedRecord.ts";
export { ensurePublished } from "./process/ensurePublished.ts";
export { readAsker, type Asker } from "./person/asker.ts";
export { abilityOf, type RecordAbility } from "./rights/abilityOf.ts";
export { authorise, isAuthorised, questionOf } from "./rights/authorise.ts";
export { rightsToSql } from "./rights/toSql.ts";
export { businessRecordTypes } from "./recordTypes.ts";
export { recordTypes, type RecordTypes } from "./registry/recordTypes.ts";
export type { RecordType } from "./registry/recordType.ts";
export type { FactContext, WriteContext } from "./registry/recordContext.ts";
export type { Fields, RecordRef, StoredRecord } from "./registry/storedRecord.ts";
export { previewPeople, type PreviewedPeople } from "./process/previewPeople.ts";
export { saveDraft } from "./process/saveDraft.ts";
export { discardDraft } from "./process/discardDraft.ts";
export { publishProcess } from "./process/publishProcess.ts";
export { rollBackProcess } from "./process/rollBackProcess.ts";
export type { CountErrors } from "./process/assertPublishable.ts";
export {
  migrationPreview,
  PREVIEW_PAGE,
  type MigrationPreview,
  type PreviewWish,
  type PreviewedCase,
} from "./migration/migrationPreview.ts";
export {
  cancelMigration,
  goOnWithMigration,
  startMigration,
  undoMigration,
  type StartMigration,
} from "./migration/startMigration.ts";
export { proposeMigration } from "./migration/proposeMigration.ts";
export { readMigration, type MigrationProgress } from "./migration/readMigration.ts";
export type { MigrationFilter } from "./migration/meantCases.ts";
export type { MigrationStatus } from "./migration/migrationRow.ts";
export { createField } from "./customField/createField.ts";
export { patchField } from "./customField/patchField.ts";
export type { FieldUse } from "./customField/fieldUse.ts";
export { listFieldUses } from "./customField/listFieldUses.ts";
export { listFields, type KeptField } from "./customField/listFields.ts";
export { listLayouts, type KeptLayout } from "./layout/listLayouts.ts";
export { saveLayout } from "./layout/saveLayout.ts";
export { createPerson } from "./person/createPerson.ts";
export { patchPerson } from "./person/patchPerson.ts";
export { makeApiKey, type ApiKeyWish } from "./person/makeApiKey.ts";
export { revokeApiKey } from "./person/revokeApiKey.ts";
export { setLanguage } from "./person/setLanguage.ts";
export { readNotices } from "./person/readNotices.ts";
export { currentTypes } from "./list/currentTypes.ts";
export { createReads, type Reads } from "./list/reads.ts";
export { listRecords } from "./list/listRecords.ts";
export { checkRule } from "./list/checkRule.ts";
export { visibleIds } from "./list/visibleIds.ts";
export { knownCasesTest } from "./list/knownCasesTest.ts";
export { runImport, unfinishedImports } from "./import/runImport.ts";
export { searchRecords, type Found } from "./list/searchRecords.ts";
export type { ListWish, RecordPage } from "./list/listRecords.ts";
export type { RecordRow } from "./list/recordRow.ts";
export { reviseQuote, revisionFields } from "./quote/reviseQuote.ts";
export { previewImport, type ImportPreview } from "./import/previewImport.ts";
export { startImport, type ImportCommand } from "./import/startImport.ts";
export { importStatus, type ImportStatus } from "./import/importStatus.ts";
export { undoImport, type ImportUndone } from "./import/undoImport.ts";
export type { ImportDesk, RecordRemover } from "./import/importDesk.ts";
export type { ColumnMapping } from "./import/suggestMapping.ts";
export { csvCell, csvLine } from "./import/csvCell.ts";
export { ensureRoles } from "./seed/ensureRoles.ts";
export { foundFirm, type Founding } from "./seed/foundFirm.ts";
export { seedDemo } from "./seed/seedDemo.ts";
export { seedHistory } from "./seed/seedHistory.ts";
export { standingClock } from "./clock/standingClock.ts";
export { DEMO_PASSWORD, demoDepartments, demoPeople, demoPersonId, type DemoPerson } from "./seed/demoPeople.ts";
export { noteRead } from "./audit/noteRead.ts";
export { openRecord } from "./list/openRecord.ts";
export { getRecord, readableRecord, type RecordView } from "./list/getRecord.ts";
export { cancelWhatIf, startWhatIf, type StartWhatIf } from "./whatIf/startWhatIf.ts";
export { runWhatIf } from "./whatIf/runWhatIf.ts";
export { beatWhatIfs, endWhatIfs } from "./whatIf/whatIfProgress.ts";
export { BEAT_MS } from "./whatIf/whatIfRow.ts";
export { listWhatIfCases, readNewestWhatIf, readWhatIf, type WhatIfProgress } from "./whatIf/readWhatIf.ts";
export { foundKinds } from "./whatIf/foundCases.ts";
export { amountField, caseFilter, type CaseFilter } from "./bulk/caseFilter.ts";
export { caseFilterThen } from "./bulk/caseFilterThen.ts";
export { fittingStretches } from "./bulk/fittingStretches.ts";
export { versionThen } from "./bulk/versionThen.ts";
export { MOST_BULK, type BulkDeed, type BulkTarget } from "./bulk/bulkAct.ts";
export { cancelBulk, countBulk, startBulk, type StartBulk } from "./bulk/startBulk.ts";
export { readBulk, readNewestBulk, type BulkProgress } from "./bulk/readBulk.ts";
export { foresee, type Foreseen, type Intended } from "./doorMethods/foresee.ts";
