/** What the structure of a process may have wrong. */
const structure = [
  "AGE_LIMIT_NEVER",
  "AGE_WARNING_TOO_LATE",
  "CONTROL_POINT_TWICE",
  "CONTROL_POINT_UNKNOWN",
  "DEADLOCK",
  "DUE_AFTER_ITS_STAGE",
  "DUPLICATE_ID",
  "DUPLICATE_KEY",
  "END_IN_OPEN_STAGE",
  "ENTRY_NOT_IN_STAGE",
  "ERROR_WIRE_MISSING",
  "ERROR_WIRE_TOO_LATE",
  "ESCALATION_WITHOUT_WIRE",
  "HOOK_TAKEN",
  "IMPLICIT_SPLIT",
  "LACK_OF_SYNCHRONISATION",
  "LIFE_CYCLE_BEGINS_WITH_RECORD",
  "LOOP_WITHOUT_WAIT",
  "MISSING_DEFAULT",
  "MOVE_DANGLES",
  "MOVE_NEVER_OPEN",
  "NOT_PROVED",
  "NO_START",
  "NO_WAY_OUT",
  "OUTCOME_UNKNOWN",
  "OUTCOME_WITHOUT_WIRE",
  "SCHEDULE_INVALID",
  "SEND_BACK_NOWHERE",
  "SEVERAL_STARTS",
  "SPLIT_CROSSES_STAGE",
  "START_NOT_NAMED",
  "STEP_IN_NO_STAGE",
  "STORY_TWICE",
  "STORY_UNKNOWN",
  "TIMEOUT_NEVER",
  "TIMEOUT_WITHOUT_WIRE",
  "TURNS_NEED_TASKS",
  "TWO_LIFE_CYCLES",
  "UNREACHABLE",
  "WAY_BACK_UNBOUNDED",
  "WIRE_DANGLES",
  "WIRE_NEVER_TAKEN",
  "WIRE_NOT_POSSIBLE",
  "ZONE_UNKNOWN",
] as const;

/** What its data may have wrong: expressions, names, blocks, tables. */
const data = [
  "BLOCK_CANNOT_UNDO",
  "CALLERS_LET_DOWN",
  "CONDITION_CONSTANT",
  "EXPRESSION_INVALID",
  "FIELD_ARCHIVED",
  "FIELD_MAY_BE_EMPTY",
  "ID_IN_TEXT",
  "INPUT_MISSING",
  "INPUT_TYPE",
  "INPUT_UNKNOWN",
  "NOTHING_BROUGHT_BACK",
  "NOT_A_CONDITION",
  "NO_TEXT",
  "OUTER_BLOCK_IN_STAGE",
  "OUTPUT_UNKNOWN",
  "PLACEHOLDER_AS_WRITTEN",
  "PRIORITY_UNCLEAR",
  "READS_OWN_CHANGE",
  "SET_IN_CONDITION",
  "SHOWN_WHERE_DECIDED",
  "SUM_OF_WORDS",
  "TABLE_GAP",
  "TABLE_NOT_PROVED",
  "TABLE_OVERLAP",
  "TABLE_ROW_WRONG",
  "TIME_IN_CONDITION",
  "TYPE_MISMATCH",
  "UNKNOWN_BLOCK",
  "UNKNOWN_FIELD",
  "UNKNOWN_POST",
  "UNKNOWN_PROCESS",
  "UNKNOWN_PROCESS_VERSION",
  "UNKNOWN_RECORD_TYPE",
  "UNKNOWN_ROLE",
  "UNKNOWN_RULE",
  "UNKNOWN_VARIABLE",
  "VARIABLE_MAY_BE_UNSET",
  "VARIABLE_NEVER_SET",
  "WAYS_OVERLAP",
  "WAY_HIDDEN",
] as const;

/** What may be wrong with whom it asks. */
const people = [
  "APPROVED_BY_TIME",
  "APPROVED_BY_TIME_UNBOUNDED",
  "APPROVER_CANNOT_READ",
  "APPROVER_READS_OWN_ONLY",
  "ESCALATION_TO_SAME",
  "EVERYBODY_EXCLUDED",
  "NOBODY_MAY_BE_FOUND",
  "NO_TIME_LIMIT",
  "QUORUM_OUT_OF_REACH",
  "QUORUM_UNCLEAR",
  "VERDICT_ON_TASK",
] as const;

/** What exploring every path and playing its stories may find. */
const proof = [
  "CONTROL_POINT_FAILS",
  "CONTROL_POINT_NOT_PROVED",
  "CUTS_OFF_WORK",
  "NEVER_ENDS",
  "NEVER_REACHED",
  "RUNS_TWICE",
  "STORY_FAILS",
  "STUCK_FOR_EVER",
] as const;

/** Why a file or a stored definition is no definition: said before there is anything to check or to mend. */
const reading = [
  "DEFINITION_TOO_LARGE",
  "FILE_DECLARES_ENTITIES",
  "FILE_IS_DMN",
  "FILE_KIND_UNKNOWN",
  "FILE_TOO_LARGE",
  "FORMAT_NEWER",
  "FORMAT_UNKNOWN",
  "NOT_BPMN",
  "NOT_DMN",
  "NOT_JSON",
  "NO_PROCESS",
  "NO_TABLE",
  "SHAPE_WRONG",
] as const;

/**
 * Every code that a check, a proof or a story can tell of a definition. Permanent, each once; a finding of any other does not
 * compile, so that none is forgotten where codes are answered with fixes.
 */
export const findingCodes = [...structure, ...data, ...people, ...proof] as const;

/** A code that what is wrong with a drawn definition is known by. */
export type CheckCode = (typeof findingCodes)[number];

/** A code that a finding may have. */
export type FindingCode = CheckCode | (typeof reading)[number];
