import type { Config } from "@sluice/config";
import { assertAllowed, problem, Refusal } from "@sluice/problems";
import { blocks } from "@sluice/process";
import {
  calendarOf,
  createField,
  currentTypes,
  discardDraft,
  getRecord,
  listFields,
  listFieldUses,
  listLayouts,
  type OpenedDoor,
  patchField,
  postMessage,
  postToFirm,
  publishProcess,
  rollBackProcess,
  readableRecord,
  readNotices,
  type Reads,
  reviseQuote,
  revokeApiKey,
  saveDraft,
  saveLayout,
  startByHook,
  visibleIds,
} from "@sluice/records";
import { listApiKeys } from "./apiKeys/listApiKeys.ts";
import { makeKey } from "./apiKeys/makeKey.ts";
import { demoPeople } from "./auth/demoAccounts.ts";
import { bulkPorts } from "./bulk/bulkPorts.ts";
import { foreseen } from "./cases/foreseen.ts";
import { getCase } from "./cases/getCase.ts";
import { listCases } from "./cases/listCases.ts";
import type { VisibleRecords } from "./cases/mayKnowCase.ts";
import { openMoves } from "./cases/openMoves.ts";
import { startable } from "./cases/startable.ts";
import { workingCalendarOf } from "./catalog/workingCalendarOf.ts";
import type { CommittedAnswer } from "./committedAnswer.ts";
import { findFile } from "./files/findFile.ts";
import { keepUpload } from "./files/keepUpload.ts";
import type { NewsFeed } from "./live/newsFeed.ts";
import { listMails } from "./mailOutbox/listMails.ts";
import { migrationPorts } from "./migrations/migrationPorts.ts";
import { countUnread, listNotices } from "./notices/listNotices.ts";
import { peoplePorts } from "./people/peoplePorts.ts";
import type { ServerPorts } from "./ports.ts";
import { calledVersions } from "./processes/calledVersions.ts";
import type { CheckingThread, Judging } from "./processes/checkInThread.ts";
import { errorsIn } from "./processes/errorsIn.ts";
import { firmWorld } from "./processes/firmWorld.ts";
import { flowOf } from "./processes/flowOf.ts";
import { getProcess, getVersion } from "./processes/getProcess.ts";
import { listProcesses, pageOfProcesses } from "./processes/listProcesses.ts";
import { liveAt, livePast } from "./processes/liveAt.ts";
import { liveChoices } from "./processes/liveChoices.ts";
import { liveNodes } from "./processes/liveNodes.ts";
import { peoplePreview } from "./processes/peoplePreview.ts";
import { type PaintPicture, processFiles } from "./processes/processFiles.ts";
import { getTemplate, listTemplates } from "./processes/shippedTemplates.ts";
import { waitingCases } from "./processes/waitingCases.ts";
import { productImport } from "./products/productImport.ts";
import { missingOf } from "./quotes/missingOf.ts";
import type { PrintQuote } from "./quotes/quoteDocument.ts";
import { quotePdf } from "./quotes/quotePdf.ts";
import type { Reader } from "./reader.ts";
import { readDeleted } from "./records/readDeleted.ts";
import { findView, openView, readPage } from "./records/readRecords.ts";
import { showProblems } from "./refusals/showProblems.ts";
import { searchAll } from "./search/searchAll.ts";
import { firmName } from "./session/firmName.ts";
import { getTask } from "./tasks/getTask.ts";
import { countTasks, inbox } from "./tasks/inbox.ts";
import type { WhatIfDesk } from "./whatIf/whatIfDesk.ts";
import { whatIfPorts } from "./whatIf/whatIfPorts.ts";

export interface PortParts {
  readonly config: Config;
  readonly opened: OpenedDoor;
  readonly reads: Reads;
  readonly feed: NewsFeed;
  readonly checking: CheckingThread;
  readonly whatIfs: WhatIfDesk;
  readonly print: PrintQuote;
  readonly paint: PaintPicture;
  readonly oidcName: () => string | null;
  readonly giveAccount: (personId: string, password: string | null) => Promise<void>;
  readonly carrier: ServerPorts["live"]["carrier"];
  readonly onFault: (cause: unknown) => void;
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Refusal && cause.problems.every((it) => it.code === "NOT_FOUND");

/** Puts the real parts behind the ports: reads from Postgres with the reader's rights, writes through the one door. */
export const makePorts = (parts: PortParts): ServerPorts => {
  const { config, opened, reads, feed, print } = parts;
  const { door, house } = opened;
  const { db, types } = reads;
  const visible: VisibleRecords = (type, ids, reader) => visibleIds(reads, type, ids, reader.personId);
  const fieldRights = async (type: string, id: string, reader: Reader) => {
    try {
      return (await getRecord(reads, { type, id }, reader.personId)).fieldRights;
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
  };
  const caseParts = { db, types, world: reads, door, visible, fieldRights };
  const find = (id: string, reader: Reader) => findFile(db, visible, id, reader);
  const called = calledVersions(parts.checking.call);
  const judge = async (definition: unknown, how?: Judging) =>
    parts.checking.judge(definition, await firmWorld(reads, definition, called), how);
  const files = processFiles({ db, thread: parts.checking, paint: parts.paint });
  const countErrors = async (definition: unknown) =>
    errorsIn((await judge(definition, { withProofs: true, stopsAtStories: true })).findings);
  const show: ServerPorts["refusals"]["show"] = (problems, receiver) =>
    showProblems({ db, world: reads, fieldRights }, problems, receiver);
  const versionOf = ({ version }: CommittedAnswer): number => version ?? 0;

  return {
    door,
    records: {
      list: (type, input, reader) => readPage(reads, type, input, reader),
      deleted: (type, input, reader) => readDeleted(reads, type, input, reader),
      get: (type, id, reader) => openView(reads, type, id, reader),
    },
    quotes: {
      missing: (id, reader) => missingOf(caseParts, reads, id, reader),
      revise: async ({ commandId, id }, caller) => {
        const { record } = await readableRecord(reads, { type: "quote", id }, caller.personId);
        const { fieldRights: rights } = await getRecord(reads, { type: "quote", id }, caller.personId);
        const custom = Object.entries(types.get("quote").schema.fields).flatMap(([path, field]) =>
          field.custom === true && field.unique !== true && rights[path] === "edit" ? [path] : [],
        );
        return reviseQuote(door, record, { commandId, caller, custom });
      },
      requestCosting: async ({ commandId, id }, caller) => {
        const { record } = await readableRecord(reads, { type: "quote", id }, caller.personId);
        const today = new Date().toISOString().slice(0, 10);
        return door.createRecord(
          "costSheet",
          { commandId, fields: { quote: id, currency: record.fields["currency"] ?? "CNY", rateDate: today } },
          caller,
        );
      },
    },
    productImport: productImport({
      desk: { reads, door },
      filesDir: config.filesDir,
      findFile: find,
      onFault: parts.onFault,
    }),
    tasks: {
      inbox: (input, reader) => inbox(db, types, input, reader),
      count: (reader) => countTasks(db, reader),
      get: (id, reader) =>
        getTask(
          { db, types, world: reads, visible, findRecord: (type, recordId, of) => findView(reads, type, recordId, of) },
          id,
          reader,
        ),
    },
    notices: {
      list: (input, reader) => listNotices(db, types, input, reader),
      count: (reader) => countUnread(db, reader),
      read: async (command, caller) => {
        await readNotices(house, command, caller);
      },
    },
    cases: {
      list: (input, reader) => listCases(reads, input, reader),
      get: (id, reader) => getCase(caseParts, id, reader),
      openMoves: (ids, reader) => openMoves(caseParts, ids, reader),
      foresee: (input, reader) => foreseen(house, caseParts, input, reader),
      startable: (record, reader) => startable(reads, record, reader),
    },
    migrations: migrationPorts(house, reads, show),
    processes: {
      list: () => listProcesses(db),
      page: (input) => pageOfProcesses(db, input),
      get: (key) => getProcess(db, key),
      version: (key, version) => getVersion(db, key, version),
      templates: listTemplates,
      template: getTemplate,
      live: ({ key, at, filter }) =>
        at === undefined ? liveNodes(reads, { key, filter }) : liveAt(reads, { key, at, filter }),
      livePast: async (wish) => livePast(reads, { ...wish, zone: (await calendarOf(db, null)).zone }),
      liveChoices: (key) => liveChoices(reads, key),
      flow: (wish) => flowOf(reads, wish),
      waiting: (at, reader) => waitingCases(reads, at, reader),
      check: async (definition) => (await judge(definition)).findings,
      prove: async (definition, signal) => (await judge(definition, { withProofs: true, signal })).findings,
      readFile: (file) => files.read(file),
      readTables: (text) => files.readTables(text),
      file: (wish, reader) => files.write(wish, reader.language),
      behaviour: async (versions, signal) =>
        parts.checking.compare({ ...versions, world: await firmWorld(reads, null, called) }, signal),
      previewPeople: (input, caller, reader) =>
        peoplePreview(
          {
            house,
            db,
            show,
          },
          input,
          { caller, reader },
        ),
      saveDraft: async ({ commandId, key, rev, base, definition }, caller) => {
        const { definition: read, findings } = await judge(definition);
        if (read === null) {
          const told = findings.slice(0, 20).map((it) =>
            problem("INPUT_INVALID", {
              field: it.path ?? "definition",
              reason: it.message.en,
              node: it.node ?? null,
            }),
          );
          assertAllowed([problem("DEFINITION_INVALID", { count: findings.length }), ...told]);
          return { rev, findings };
        }
        const saved = await saveDraft(house, { commandId, key, rev, base, definition: read }, caller);
        return { rev: versionOf(saved), findings };
      },
      discardDraft: async (command, caller) => ({
        publishedVersion: versionOf(await discardDraft(house, command, caller)) || null,
      }),
      publish: async (command, caller) => ({
        version: versionOf(await publishProcess(house, command, caller, countErrors)),
      }),
      rollBack: async (command, caller) => ({
        version: versionOf(await rollBackProcess(house, command, caller, countErrors)),
      }),
    },
    bulk: bulkPorts(house, reads, show),
    whatIf: whatIfPorts({ house, reads, desk: parts.whatIfs, judge: (definition) => judge(definition), show }),
    fields: {
      saveLayout: (command, caller) => saveLayout(house, command, caller),
      list: async (recordType) => [...(await listFields(reads, recordType))],
      uses: async (id) =>
        (await listFieldUses(reads, id)).map((use) => ("steps" in use ? { ...use, steps: [...use.steps] } : use)),
      create: (command, caller) => createField(house, command, caller),
      patch: ({ settings, archived, ...command }, caller) =>
        patchField(
          house,
          {
            ...command,
            ...(settings === undefined ? {} : { settings }),
            ...(archived === undefined ? {} : { archived }),
          },
          caller,
        ),
    },
    people: peoplePorts({ house, db, giveAccount: parts.giveAccount }),
    apiKeys: {
      list: (reader) => listApiKeys(db, reader),
      create: (wish, caller) => makeKey({ house, secret: config.secret }, wish, caller),
      revoke: (command, caller) => revokeApiKey(house, command, caller),
    },
    session: {
      firmName: (language) => firmName(db, language),
      oidcName: parts.oidcName,
      demoPeople: (language) => demoPeople(config, db, language),
    },
    catalog: {
      recordSchemas: async () => (await currentTypes(reads)).all.map(({ schema }) => schema),
      layouts: async (recordType) =>
        (await listLayouts(reads, recordType)).map(({ sections, hidden, ...layout }) => ({
          ...layout,
          sections: sections.map(({ title, fields }) => ({ title, fields: [...fields] })),
          hidden: [...hidden],
        })),
      blocks: () => Object.values(blocks),
      workingCalendar: (departmentId) => workingCalendarOf(db, departmentId),
    },
    mailOutbox: { list: (input) => listMails(db, input) },
    files: {
      keep: (upload) => keepUpload(db, config.filesDir, upload),
      find,
      quotePdf: async (id, reader) => quotePdf({ reads, print, firm: await firmName(db, reader.language) }, id, reader),
    },
    hooks: {
      post: (caseId, message) => postMessage(house, caseId, message),
      postToFirm: (message) => postToFirm(house, message),
      start: (call) => startByHook(house, call),
    },
    search: { all: (q, reader) => searchAll((type, input, of) => readPage(reads, type, input, of), q, reader) },
    live: { follow: (reader, lastEventId, signal) => feed.follow(reader, lastEventId, signal), carrier: parts.carrier },
    refusals: { show },
  };
};
