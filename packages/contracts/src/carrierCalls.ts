import type { Directive } from "./directive.ts";

/** What a carrier's call to the door names: the case, in the install's epoch that started the run. */
export interface CaseRef {
  readonly caseId: string;
  readonly epoch: string;
}

/** What a firing tells the door: whose schedule it is, and as which it was made. One that is no longer wanted does nothing. */
export interface ScheduleRef {
  readonly epoch: string;
  readonly processKey: string;
  readonly cron: string;
  readonly zone: string;
}

/** What the door answers to every call of the carrier: the current wish, or `superseded` when the run is of an older epoch. */
export type CarrierAnswer =
  | { readonly verdict: "current"; readonly directive: Directive }
  | { readonly verdict: "superseded" };

/** The activities a carrier runs. Each is idempotent by state and answers with the current directive. */
export interface CarrierActivities {
  /** Tells the door that the alarm set for `dueAt` rang. */
  alarmRang(ref: CaseRef, dueAt: string): Promise<CarrierAnswer>;
  /** Begins, performs and ends one effect; does nothing when it is no longer wanted. */
  performEffect(ref: CaseRef, key: string): Promise<CarrierAnswer>;
  /** Tells the door that the quick attempts at an effect are used up, and whether it may have happened all the same. */
  effectFailed(ref: CaseRef, key: string, reason: string, outcomeUnknown: boolean): Promise<CarrierAnswer>;
  /** Tells the door that a schedule's instant has come. */
  scheduleFired(ref: ScheduleRef, at: string): Promise<void>;
}

/** The type of a failed attempt that is known to have changed nothing outside. Every other failure leaves the outcome unknown. */
export const NOT_DONE = "NotDone";
