import type { CarrierAnswer, CaseRef, Directive, ScheduleRef } from "@sluice/contracts";
import type { Problem } from "@sluice/problems";
import type { Intervention, Json, MigrationMapping, TaskAct, TimerChoice } from "@sluice/process";

/** Who asks: a signed-in person, or one of the machine's own callers (seed, import worker, relay). */
export interface Caller {
  readonly personId: string;
  readonly via: "session" | "apiKey" | "import" | "process" | "seed";
}

/** What every mutation carries: made by the client once, repeated on every retry. The same id with other input is refused. */
export interface Command {
  readonly commandId: string;
}

/** One case, and the published version that it is to run on from now on. */
export interface MigrateCaseInput extends Command {
  readonly caseId: string;
  readonly to: number;
  readonly mapping?: MigrationMapping;
  readonly timers?: TimerChoice;
  readonly reason: string;
}

/** What a committed command answers, and answers again when it is repeated. */
export interface Committed {
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly version: number | null;
}

/** A move of a case as its reader would meet it now: open when `problems` is empty. */
export interface OpenMove {
  readonly move: string;
  readonly problems: readonly Problem[];
}

/** What somebody may intervene in, by the keys of incidents and tasks. */
export interface OpenInterventions {
  readonly incidents: readonly string[];
  readonly tasks: readonly string[];
}

/**
 * What an activity gets when it may begin an effect; `superseded` when the effect is no longer wanted, done already, or to be
 * decided on by a person: then with what the carrier is to be told.
 */
export type BeginAnswer =
  | {
      readonly verdict: "begin";
      readonly block: string;
      readonly input: { readonly [name: string]: Json };
      readonly attempt: number;
      readonly onUnknown: "repeat" | "ask";
      readonly caseId: string;
      readonly processKey: string;
    }
  | { readonly verdict: "superseded"; readonly answer: CarrierAnswer };

/**
 * The one door. Every method that writes is one Postgres transaction:
 * lock → authorise → validate → advance → control points → write → audit → outbox → NOTIFY.
 * Refusals are thrown as `Refusal` and nothing is written; anything else thrown is a bug or an outage.
 */
export interface Door {
  createRecord(
    type: string,
    command: Command & { readonly fields: Readonly<Record<string, Json>> },
    caller: Caller,
  ): Promise<Committed>;
  /** Up to 500 new records of a type, all or none; each is a command of its own and answers as it would alone. */
  createRecords(
    type: string,
    commands: readonly (Command & { readonly fields: Readonly<Record<string, Json>> })[],
    caller: Caller,
  ): Promise<readonly Committed[]>;
  patchRecord(
    type: string,
    command: Command & {
      readonly id: string;
      readonly version: number;
      readonly fields: Readonly<Record<string, Json>>;
    },
    caller: Caller,
  ): Promise<Committed>;
  deleteRecord(
    type: string,
    command: Command & { readonly id: string; readonly version: number },
    caller: Caller,
  ): Promise<Committed>;
  restoreRecord(
    type: string,
    command: Command & { readonly id: string; readonly version: number },
    caller: Caller,
  ): Promise<Committed>;
  startCase(
    command: Command & {
      readonly process: string;
      readonly recordType: string;
      readonly recordId: string;
      readonly variables?: Readonly<Record<string, Json>>;
      readonly form?: Readonly<Record<string, Json>>;
      readonly version?: number;
    },
    caller: Caller,
  ): Promise<Committed>;
  moveCase(
    command: Command & {
      readonly caseId: string;
      readonly move: string;
      readonly reason?: string;
      readonly form?: Readonly<Record<string, Json>>;
    },
    caller: Caller,
  ): Promise<Committed>;
  actOnTask(
    command: Command & {
      readonly taskId: string;
      readonly act: TaskAct;
      readonly comment?: string;
      readonly attachments?: readonly string[];
      readonly signature?: string;
      readonly form?: Readonly<Record<string, Json>>;
    },
    caller: Caller,
  ): Promise<Committed>;
  intervene(
    command: Command & { readonly caseId: string; readonly act: Intervention; readonly reason: string },
    caller: Caller,
  ): Promise<Committed>;
  /** Takes a case over to another version of its process; admins only. */
  migrateCase(command: MigrateCaseInput, caller: Caller): Promise<Committed>;
  /** Answers beforehand, unlocked, with the same kernel; up to 50 cases a call. */
  openMoves(caseIds: readonly string[], caller: Caller): Promise<Readonly<Record<string, readonly OpenMove[]>>>;
  /** Answers beforehand which incidents and tasks of a case the caller may intervene in. */
  openInterventions(caseId: string, caller: Caller): Promise<OpenInterventions>;
}

/** The side of the door that the carrier's activities and the relay use. All idempotent by state. */
export interface CarrierDoor {
  /** Hands out the current wish, to be brought to the case's carrier; from then on its alarm counts as held there. */
  directiveOf(caseId: string): Promise<Directive | null>;
  begin(ref: CaseRef, effectKey: string): Promise<BeginAnswer>;
  done(ref: CaseRef, effectKey: string, output: Readonly<Record<string, Json>>): Promise<CarrierAnswer>;
  failed(ref: CaseRef, effectKey: string, reason: string, outcomeUnknown: boolean): Promise<CarrierAnswer>;
  alarmRang(ref: CaseRef, dueAt: string): Promise<CarrierAnswer>;
  /** Delivers up to 100 waiting inbox rows of one case in one transaction; answers how many are left. */
  deliverInbox(caseId: string): Promise<number>;
  /** Takes word that an instant of a schedule has come, once per instant; its cases begin in batches, by `fanOut`. */
  fireSchedule(ref: ScheduleRef, at: string): Promise<void>;
  /**
   * Goes on with what is more than one transaction takes: the next batch of cases that watch a change, or, in the bulk lane, of
   * records that a schedule begins a case for. Answers whether there was one.
   */
  fanOut(lane: "people" | "bulk"): Promise<boolean>;
  /** Goes on with a migration of many cases by one batch; answers whether there was one. */
  migrateMore(): Promise<boolean>;
  /** Goes on with what is done to many cases at once by one batch; answers whether there was one. */
  bulkMore(): Promise<boolean>;
  epoch(): Promise<string>;
}
