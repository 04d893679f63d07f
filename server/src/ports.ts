import type { Readable } from "node:stream";
import type { RecordSchema } from "@sluice/domain";
import type { Language, Problem } from "@sluice/problems";
import type { BlockSchema, Json, ProcessDefinition } from "@sluice/process";
import type { Caller, Committed, Door, FirmMessage, HookCall, IncomingMessage, Posted } from "@sluice/records";
import type { ApiKeyRow, ApiKeyWish, MadeApiKey } from "./apiKeys/apiKeyShapes.ts";
import type { Asking } from "./asking.ts";
import type { BulkCountInput, BulkView, StartBulkInput } from "./bulk/bulkShapes.ts";
import type {
  CaseListInput,
  CasePage,
  CaseView,
  ForeseeInput,
  ShownForeseen,
  ShownMove,
  StartableProcess,
} from "./cases/caseShapes.ts";
import type { KeptLayoutView, WorkingCalendarView } from "./catalog/catalogShapes.ts";
import type { CommittedAnswer } from "./committedAnswer.ts";
import type { FieldUseView, KeptFieldView } from "./fields/fieldShapes.ts";
import type { KeptFile } from "./files/findFile.ts";
import type { CarrierHealth } from "./live/carrierHealth.ts";
import type { Invalidation } from "./live/invalidation.ts";
import type { OutboxMail } from "./mailOutbox/mailShapes.ts";
import type {
  ListedMigration,
  PreviewInput,
  PreviewPage,
  Progress,
  Proposal,
  StartInput,
  UndoInput,
} from "./migrations/migrationShapes.ts";
import type { NoticePage } from "./notices/noticeShapes.ts";
import type { PeoplePorts } from "./people/peoplePorts.ts";
import type {
  LiveChoices,
  LiveInput,
  LiveNode,
  LivePast,
  LivePastInput,
  StepFlow,
  ProcessPageInput,
  ProcessRow,
  ProcessVersion,
  FileInput,
  FlowInput,
  ProcessFile,
  ReadProcessFile,
  ReadTableFile,
  ShownBehaviour,
  ProcessView,
  ShownFinding,
  WaitingCase,
  TemplateRow,
  PreviewPeopleInput,
  ShownPreview,
} from "./processes/processShapes.ts";
import type { ColumnMapping, ImportPreview, ImportStatus, ImportUndone } from "./products/importShapes.ts";
import type { Reader } from "./reader.ts";
import type { DeletedListInput, DeletedPage, RecordListInput, RecordPage, RecordView } from "./records/recordShapes.ts";
import type { About } from "./refusals/aboutOf.ts";
import type { ShownProblem } from "./refusals/shownProblem.ts";
import type { SearchHit } from "./search/searchShapes.ts";
import type { DemoPeople } from "./session/sessionShapes.ts";
import type { Page } from "./shape/page.ts";
import type { InboxInput, InboxPage, TaskCount, TaskView } from "./tasks/taskShapes.ts";
import type { ShownWhatIfCase, StartWhatIfInput, WhatIfCasesInput, WhatIfView } from "./whatIf/whatIfShapes.ts";

/** What a write to a process definition carries beside its command id. */
interface RollBackCommand {
  readonly commandId: string;
  readonly key: string;
  readonly version: number;
  readonly from: number;
  readonly reason: string;
}

interface DraftCommand {
  readonly commandId: string;
  readonly key: string;
  readonly rev: number;
  readonly base: number;
}

/**
 * Everything the procedures ask for. Reads take the reader and answer only what that person may see; writes go through the
 * door and take the caller.
 */
export interface ServerPorts {
  readonly door: Door;
  readonly records: {
    list(type: string, input: RecordListInput, reader: Reader): Promise<RecordPage>;
    deleted(type: string, input: DeletedListInput, reader: Reader): Promise<DeletedPage>;
    get(type: string, id: string, reader: Reader): Promise<RecordView>;
  };
  readonly quotes: {
    missing(id: string, reader: Reader): Promise<ShownMove[]>;
    revise(command: { readonly commandId: string; readonly id: string }, caller: Caller): Promise<CommittedAnswer>;
    requestCosting(
      command: { readonly commandId: string; readonly id: string },
      caller: Caller,
    ): Promise<CommittedAnswer>;
  };
  readonly productImport: {
    preview(
      input: { readonly fileId: string; readonly mapping?: ColumnMapping | undefined },
      reader: Reader,
    ): Promise<ImportPreview>;
    start(
      command: {
        readonly commandId: string;
        readonly fileId: string;
        readonly mapping: ColumnMapping;
        readonly keepValidOnly: boolean;
      },
      reader: Reader,
    ): Promise<ImportStatus>;
    status(id: string, reader: Reader): Promise<ImportStatus>;
    undo(command: { readonly commandId: string; readonly id: string }, reader: Reader): Promise<ImportUndone>;
  };
  readonly tasks: {
    inbox(input: InboxInput, reader: Reader): Promise<InboxPage>;
    count(reader: Reader): Promise<TaskCount>;
    get(id: string, reader: Reader): Promise<TaskView>;
  };
  readonly notices: {
    list(
      input: { readonly cursor?: string | null | undefined; readonly limit: number },
      reader: Reader,
    ): Promise<NoticePage>;
    count(reader: Reader): Promise<{ unread: number }>;
    read(command: { readonly commandId: string; readonly until: string }, caller: Caller): Promise<void>;
  };
  readonly cases: {
    list(input: CaseListInput, reader: Reader): Promise<CasePage>;
    get(id: string, reader: Reader): Promise<CaseView>;
    openMoves(caseIds: readonly string[], reader: Reader): Promise<Record<string, ShownMove[]>>;
    foresee(input: ForeseeInput, reader: Reader): Promise<ShownForeseen>;
    startable(
      record: { readonly recordType: string; readonly recordId: string },
      reader: Reader,
    ): Promise<StartableProcess[]>;
  };
  readonly migrations: {
    list(process: string): Promise<ListedMigration[]>;
    propose(between: { readonly process: string; readonly from: number; readonly to: number }): Promise<Proposal>;
    preview(input: PreviewInput, by: Asking): Promise<PreviewPage>;
    start(input: StartInput, caller: Caller): Promise<Committed>;
    get(id: string, by: Asking): Promise<Progress>;
    cancel(command: { readonly commandId: string; readonly id: string }, caller: Caller): Promise<Committed>;
    goOn(command: { readonly commandId: string; readonly id: string }, caller: Caller): Promise<Committed>;
    undo(command: UndoInput, caller: Caller): Promise<Committed>;
  };
  readonly processes: {
    list(reader: Reader): Promise<ProcessRow[]>;
    page(input: ProcessPageInput): Promise<Page<ProcessRow>>;
    get(key: string, reader: Reader): Promise<ProcessView>;
    version(key: string, version: number, reader: Reader): Promise<ProcessVersion>;
    templates(): TemplateRow[];
    template(key: string): ProcessDefinition;
    live(wish: LiveInput): Promise<LiveNode[]>;
    livePast(wish: LivePastInput): Promise<LivePast>;
    liveChoices(key: string): Promise<LiveChoices>;
    flow(wish: FlowInput): Promise<StepFlow>;
    waiting(at: LiveInput & { node: string; limit: number }, reader: Reader): Promise<WaitingCase[]>;
    check(definition: unknown): Promise<ShownFinding[]>;
    prove(definition: unknown, signal?: AbortSignal): Promise<ShownFinding[]>;
    readFile(file: { readonly text: string; readonly recordType: string }): Promise<ReadProcessFile>;
    readTables(text: string): Promise<ReadTableFile>;
    file(wish: FileInput, reader: Reader): Promise<ProcessFile>;
    behaviour(
      versions: { readonly before: unknown; readonly after: unknown },
      signal?: AbortSignal,
    ): Promise<ShownBehaviour>;
    previewPeople(input: PreviewPeopleInput, caller: Caller, reader: Reader): Promise<ShownPreview>;
    saveDraft(
      command: DraftCommand & { readonly definition: unknown },
      caller: Caller,
    ): Promise<{ rev: number; findings: ShownFinding[] }>;
    discardDraft(command: DraftCommand, caller: Caller): Promise<{ publishedVersion: number | null }>;
    publish(
      command: DraftCommand & { readonly note?: string | undefined },
      caller: Caller,
    ): Promise<{ version: number }>;
    rollBack(command: RollBackCommand, caller: Caller): Promise<{ version: number }>;
  };
  readonly bulk: {
    count(wish: BulkCountInput, caller: Caller): Promise<{ count: number }>;
    start(command: StartBulkInput, caller: Caller): Promise<Committed>;
    cancel(command: { readonly commandId: string; readonly id: string }, caller: Caller): Promise<Committed>;
    get(id: string, by: Asking): Promise<BulkView>;
    newest(process: string, by: Asking): Promise<BulkView | null>;
  };
  readonly whatIf: {
    start(input: StartWhatIfInput, caller: Caller): Promise<Committed>;
    cancel(command: { readonly commandId: string; readonly id: string }, caller: Caller): Promise<Committed>;
    get(id: string, caller: Caller): Promise<WhatIfView>;
    newest(key: string, caller: Caller): Promise<WhatIfView | null>;
    cases(input: WhatIfCasesInput, by: Asking): Promise<Page<ShownWhatIfCase>>;
  };
  readonly fields: {
    saveLayout(
      command: {
        readonly commandId: string;
        readonly recordType: string;
        readonly role: string | null;
        readonly version: number;
        readonly layout: Readonly<Record<string, Json>> | null;
      },
      caller: Caller,
    ): Promise<CommittedAnswer>;
    list(recordType: string): Promise<KeptFieldView[]>;
    uses(id: string): Promise<FieldUseView[]>;
    create(
      command: {
        readonly commandId: string;
        readonly recordType: string;
        readonly key: string;
        readonly settings: Readonly<Record<string, Json>>;
      },
      caller: Caller,
    ): Promise<CommittedAnswer>;
    patch(
      command: {
        readonly commandId: string;
        readonly id: string;
        readonly version: number;
        readonly settings?: Readonly<Record<string, Json>> | undefined;
        readonly archived?: boolean | undefined;
      },
      caller: Caller,
    ): Promise<CommittedAnswer>;
  };
  readonly people: PeoplePorts;
  readonly apiKeys: {
    list(reader: Reader): Promise<ApiKeyRow[]>;
    create(command: ApiKeyWish, caller: Caller): Promise<MadeApiKey>;
    revoke(command: { readonly commandId: string; readonly id: string }, caller: Caller): Promise<CommittedAnswer>;
  };
  readonly session: {
    firmName(language: Language): Promise<string>;
    oidcName(): string | null;
    demoPeople(language: Language): Promise<DemoPeople | null>;
  };
  readonly catalog: {
    recordSchemas(): Promise<RecordSchema[]>;
    layouts(recordType?: string): Promise<KeptLayoutView[]>;
    blocks(): BlockSchema[];
    workingCalendar(departmentId: string | null): Promise<WorkingCalendarView>;
  };
  readonly mailOutbox: {
    list(input: { readonly cursor?: string | null | undefined; readonly limit: number }): Promise<Page<OutboxMail>>;
  };
  readonly files: {
    keep(upload: {
      readonly name: string;
      readonly stream: Readable & { readonly truncated?: boolean };
      readonly personId: string;
    }): Promise<{ fileId: string; name: string; size: number }>;
    find(id: string, reader: Reader): Promise<KeptFile>;
    quotePdf(id: string, reader: Reader): Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  };
  readonly hooks: {
    /** The same id twice is one message. */
    post(caseId: string, message: IncomingMessage): Promise<Posted>;
    /** A message that names no case: for those who wait for it, or to begin what listens to it. */
    postToFirm(message: FirmMessage): Promise<"new" | "known">;
    /** Begins the process whose start is this webhook; the same id twice is one call. */
    start(call: HookCall): Promise<"new" | "known">;
  };
  readonly search: { all(q: string, reader: Reader): Promise<SearchHit[]> };
  readonly live: {
    carrier(): Promise<CarrierHealth>;
    follow(
      reader: Reader,
      lastEventId: string | undefined,
      signal: AbortSignal,
    ): AsyncIterable<readonly [id: string, news: Invalidation]>;
  };
  readonly refusals: {
    show(
      problems: readonly Problem[],
      receiver: { readonly reader: Reader | null; readonly language: Language; readonly about: About | null },
    ): Promise<ShownProblem[]>;
  };
}
