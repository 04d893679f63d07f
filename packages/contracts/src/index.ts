/** Plain types and string constants that the carrier's workflows share with everything else. Imports nothing. */
export {
  type CarrierActivities,
  type CarrierAnswer,
  type CaseRef,
  NOT_DONE,
  type ScheduleRef,
} from "./carrierCalls.ts";
export type { Directive, EffectProfile, WantedEffect } from "./directive.ts";
export {
  carrierId,
  deploymentName,
  DIRECTIVE_SIGNAL,
  idempotencyKey,
  MARKER_WORKFLOW,
  markerId,
  queueName,
  SCHEDULE_WORKFLOW,
  scheduleId,
  TRACE_HEADER,
} from "./names.ts";
