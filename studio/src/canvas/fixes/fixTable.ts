import type { CheckCode } from "@sluice/process";
import { controlFails, controlTwice, controlUnknown } from "./controlPoints.ts";
import {
  cannotUndo,
  drawnAsStep,
  inputType,
  inputUnknown,
  notGiven,
  placeholder,
  unknownBlock,
} from "./data/blocks.ts";
import { askFirst, constantCondition, leaveOutEarlier } from "./data/conditions.ts";
import {
  archivedField,
  latestVersion,
  nothingBroughtBack,
  unknownField,
  unknownProcess,
  unknownRole,
  unknownVariable,
} from "./data/names.ts";
import { firstThatFits, listAnswers, rankAnswers, rowFits, rowForOthers } from "./data/tables.ts";
import type { Fixes } from "./fix.ts";
import {
  askAdmins,
  askTheirManager,
  escalationWithoutWire,
  lowerVotes,
  managerInstead,
  oneQuorum,
  remindInstead,
} from "./people/people.ts";
import { dropAgeLimit, dueWithStage, giveTime, warnEarlier } from "./people/time.ts";
import { neverRests, taskOnTheWay, wayBackUnbounded } from "./structure/circles.ts";
import { outcomeUnknown, outcomeWithoutWire, timeoutNever, timeoutWithoutWire } from "./structure/outcomes.ts";
import {
  implicitSplit,
  joinBefore,
  leaveTogether,
  runTogether,
  sendBackNowhere,
  waitForFirst,
} from "./structure/splits.ts";
import { asSideProcess, beginsWithRecord, noStart, severalStarts } from "./structure/starts.ts";
import { storyTwice, storyUnknown } from "./structure/stories.ts";
import { endInOpenStage, noWayOut, removeMove, takeAway, unreachable } from "./structure/ways.ts";
import { entryElsewhere, stepInNoStage, twoOfOneKey } from "./structure/wholeness.ts";
import {
  dangles,
  errorWireMissing,
  errorWireTooLate,
  missingDefault,
  neverTaken,
  notPossible,
} from "./structure/wires.ts";
import { misspelt, namedAnew, written } from "./written.ts";

/** The fixes that may be pressed, by what the checker found. */
export const fixTable = {
  AGE_LIMIT_NEVER: dropAgeLimit,
  AGE_WARNING_TOO_LATE: warnEarlier,
  APPROVED_BY_TIME_UNBOUNDED: managerInstead,
  BLOCK_CANNOT_UNDO: cannotUndo,
  CONDITION_CONSTANT: constantCondition,
  CONTROL_POINT_FAILS: controlFails,
  CONTROL_POINT_TWICE: controlTwice,
  CONTROL_POINT_UNKNOWN: controlUnknown,
  DEADLOCK: waitForFirst,
  DUE_AFTER_ITS_STAGE: dueWithStage,
  DUPLICATE_KEY: twoOfOneKey,
  END_IN_OPEN_STAGE: endInOpenStage,
  ENTRY_NOT_IN_STAGE: entryElsewhere,
  ERROR_WIRE_MISSING: errorWireMissing,
  ERROR_WIRE_TOO_LATE: errorWireTooLate,
  ESCALATION_TO_SAME: managerInstead,
  ESCALATION_WITHOUT_WIRE: escalationWithoutWire,
  EVERYBODY_EXCLUDED: askTheirManager,
  EXPRESSION_INVALID: written,
  FIELD_ARCHIVED: archivedField,
  FIELD_MAY_BE_EMPTY: written,
  HOOK_TAKEN: namedAnew,
  ID_IN_TEXT: written,
  IMPLICIT_SPLIT: implicitSplit,
  INPUT_TYPE: inputType,
  INPUT_UNKNOWN: inputUnknown,
  LACK_OF_SYNCHRONISATION: joinBefore,
  LIFE_CYCLE_BEGINS_WITH_RECORD: beginsWithRecord,
  LOOP_WITHOUT_WAIT: neverRests,
  MISSING_DEFAULT: missingDefault,
  MOVE_DANGLES: removeMove,
  MOVE_NEVER_OPEN: removeMove,
  NEVER_ENDS: noWayOut,
  NEVER_REACHED: takeAway,
  NOBODY_MAY_BE_FOUND: askAdmins,
  NOTHING_BROUGHT_BACK: nothingBroughtBack,
  NO_START: noStart,
  NO_TIME_LIMIT: giveTime,
  NO_WAY_OUT: noWayOut,
  OUTCOME_UNKNOWN: outcomeUnknown,
  OUTCOME_WITHOUT_WIRE: outcomeWithoutWire,
  OUTER_BLOCK_IN_STAGE: drawnAsStep,
  OUTPUT_UNKNOWN: notGiven,
  PLACEHOLDER_AS_WRITTEN: placeholder,
  PRIORITY_UNCLEAR: rankAnswers,
  QUORUM_OUT_OF_REACH: lowerVotes,
  QUORUM_UNCLEAR: oneQuorum,
  READS_OWN_CHANGE: taskOnTheWay,
  RUNS_TWICE: joinBefore,
  SCHEDULE_INVALID: written,
  SEND_BACK_NOWHERE: sendBackNowhere,
  SEVERAL_STARTS: severalStarts,
  SHOWN_WHERE_DECIDED: written,
  SPLIT_CROSSES_STAGE: leaveTogether,
  STEP_IN_NO_STAGE: stepInNoStage,
  STORY_TWICE: storyTwice,
  STORY_UNKNOWN: storyUnknown,
  STUCK_FOR_EVER: waitForFirst,
  SUM_OF_WORDS: listAnswers,
  TABLE_GAP: rowForOthers,
  TABLE_OVERLAP: firstThatFits,
  TABLE_ROW_WRONG: rowFits,
  TIMEOUT_NEVER: timeoutNever,
  TIMEOUT_WITHOUT_WIRE: timeoutWithoutWire,
  TURNS_NEED_TASKS: runTogether,
  TWO_LIFE_CYCLES: asSideProcess,
  TYPE_MISMATCH: written,
  UNKNOWN_BLOCK: unknownBlock,
  UNKNOWN_FIELD: unknownField,
  UNKNOWN_POST: misspelt,
  UNKNOWN_PROCESS: unknownProcess,
  UNKNOWN_PROCESS_VERSION: latestVersion,
  UNKNOWN_RECORD_TYPE: misspelt,
  UNKNOWN_ROLE: unknownRole,
  UNKNOWN_RULE: misspelt,
  UNKNOWN_VARIABLE: unknownVariable,
  UNREACHABLE: unreachable,
  VARIABLE_MAY_BE_UNSET: written,
  VARIABLE_NEVER_SET: notGiven,
  VERDICT_ON_TASK: remindInstead,
  WAYS_OVERLAP: leaveOutEarlier,
  WAY_BACK_UNBOUNDED: wayBackUnbounded,
  WAY_HIDDEN: askFirst,
  WIRE_DANGLES: dangles,
  WIRE_NEVER_TAKEN: neverTaken,
  WIRE_NOT_POSSIBLE: notPossible,
  ZONE_UNKNOWN: written,
} satisfies { readonly [Code in CheckCode]?: Fixes };

/** What nothing is offered for, and why only a person can tell what is right. A code stands here or in the table of fixes. */
export const withoutFix: { readonly [Code in Exclude<CheckCode, keyof typeof fixTable>]: string } = {
  APPROVED_BY_TIME: "The ways to the approval bound the amount: it is told so that somebody has seen it.",
  APPROVER_CANNOT_READ: "Who decides instead, or whether the role may read more, is the firm's to say.",
  APPROVER_READS_OWN_ONLY: "Whether the records are their own is known to the firm alone.",
  CALLERS_LET_DOWN:
    "Whether the variable stays, or the processes that call this one change too, is for those who keep them.",
  CONTROL_POINT_NOT_PROVED:
    "Nothing is wrong: there were more paths than can be looked at, and the door holds everybody to it.",
  CUTS_OFF_WORK: "Whether the work should be waited for or may be dropped is the point of the drawing.",
  DUPLICATE_ID: "Wires, moves and running cases hold on to ids: which of the two they mean is not written anywhere.",
  INPUT_MISSING: "What goes into the block is not written anywhere.",
  NOT_A_CONDITION: "What the value is to be compared with is not written anywhere.",
  NOT_PROVED: "Nothing is wrong: how the process is parted into smaller ones is a question of the trade.",
  NO_TEXT: "What stands for the lines in a text, their total or their number, is not written anywhere.",
  SET_IN_CONDITION: "Which of the record's totals stands for the lines depends on what was to be asked of them.",
  START_NOT_NAMED: "Only whoever sends the message or calls the webhook knows its name.",
  STORY_FAILS: "Whether the process or what the story expects of it is wrong is what the story is there to ask.",
  TABLE_NOT_PROVED: "Nothing is wrong: the table is larger than can be looked through.",
  TIME_IN_CONDITION: "Until when is to be waited, and what happens then, is not written anywhere.",
};
