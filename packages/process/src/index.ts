/**
 * The process language: one JSON graph that admins draw, the kernel runs, the simulator plays and the checker proves.
 *
 * `definition` holds the schemas, `kernel` the one interpreter (`advance`), `expression` the CEL layer with exact decimals,
 * `nodes` what each kind of step does, `check` what is wrong with a definition. Pure: no I/O, no clock, no randomness.
 */
export {
  processDefinitionSchema,
  DEFINITION_FORMAT,
  DEFINITION_LIMITS,
  type ProcessDefinition,
  type ProcessDefinitionInput,
} from "./definition/processDefinition.ts";
export { nodeSchema, nodeSchemas, type Node, type NodeKind, type NodeOf, type Step } from "./definition/node.ts";
export { edgeSchema, type Edge, type EdgeCondition } from "./definition/edge.ts";
export { moveSchema, type GuardSettings, type Move } from "./definition/move.ts";
export type { Condition } from "./definition/expression.ts";
export type { FormField } from "./definition/form.ts";
export { isEmptyValue } from "./kernel/form.ts";
export type { DirectPeopleRule, OnEmpty, PeopleRule, PeopleTable } from "./definition/people.ts";
export { spanSchema, type Rung, type Sla, type Span } from "./definition/time.ts";
export { variableSchema, type Variable } from "./definition/variable.ts";
export type { Json } from "./kernel/json.ts";
export {
  STATE_FORMAT,
  STATE_LIMIT_BYTES,
  type CaseState,
  type Incident,
  type Scope,
  type Token,
  type TrailEntry,
  type Wait,
} from "./kernel/state.ts";
export type { Actor, CaseEvent, EffectOrigin, Happening, Intervention, TaskAct, VersionName } from "./kernel/event.ts";
export { MOST_ROUNDS, roundsWith } from "./kernel/rounds.ts";
export { factKeyOf, factOf, type Fact, type FactKey, type Facts, type FoundPerson } from "./kernel/fact.ts";
export type { CloseReason, EffectDraft, TaskDraft, Write } from "./kernel/write.ts";
export type { Advanced, KernelAnswer } from "./kernel/answer.ts";
export { blocks, type BlockInput, type BlockOutput, type BlockSchema, type BlockValueType } from "./blocks/index.ts";
export { advance } from "./kernel/advance.ts";
export { isAskingNode, planOfStep, wouldAsk, type AskingNode, type WouldAsk } from "./kernel/wouldAsk.ts";
export { wouldBegin, type WouldBegin } from "./kernel/wouldBegin.ts";
export { closedFields, missingFields, startFormOf } from "./nodes/start/startForm.ts";
export { LONGEST_EXPRESSION } from "./definition/expression.ts";
export { outcomeNamed } from "./definition/outcomeNamed.ts";
export { resubmission } from "./nodes/approval/resubmission.ts";
export { startVariables, type StartVariables } from "./nodes/start/startVariables.ts";
export { compile, fieldOfPathIn } from "./kernel/compile.ts";
export type { RecordSchemas } from "./kernel/recordSchemas.ts";
export { ageLimitAt } from "./kernel/stageAge.ts";
export { newborn } from "./kernel/newborn.ts";
export type { Plan } from "./kernel/plan.ts";
export { parseExpression, type Expression } from "./expression/expression.ts";
export type { ExpressionScope, ScopeVariable } from "./expression/expressionScope.ts";
export type { Suggestion } from "./expression/suggestedWords.ts";
export { suggestionsFor, type Suggestions } from "./expression/suggestions.ts";
export { expressionOfLocalTemplate, localTemplateOf, type LocalTemplate } from "./expression/localTemplate.ts";
export {
  expressionOfTemplate,
  languageOfWords,
  templateOf,
  type SaidIn,
  type WrittenText,
} from "./expression/template.ts";
export { currencyPathOf } from "./expression/meant.ts";
export { templateSuggestions } from "./expression/templateSuggestions.ts";
export { tryTemplate, type WrittenPiece } from "./expression/tryTemplate.ts";
export { tryCondition, type TriedCondition } from "./expression/tryCondition.ts";
export {
  conditionLines,
  conditionParts,
  isPresence,
  type Comparison,
  type Compares,
  type ConditionPart,
} from "./expression/conditionParts.ts";
export { Simulation, type SimulatedPerson, type SimulatedTask, type SimulatedWorld } from "./simulate/simulation.ts";
export { checkDefinition } from "./check/checkDefinition.ts";
export type { ExpressionFault } from "./check/data/expressionFault.ts";
export { expressionFaults } from "./check/data/expressionFaults.ts";
export { templateFaults } from "./check/data/templateFaults.ts";
export { scopeAt } from "./check/data/scopeAt.ts";
export { tableHealth, type TableHealth } from "./check/data/tableHealth.ts";
export type { CheckWorld } from "./check/checkWorld.ts";
export type { Called, CalledProcess, Caller } from "./check/data/called.ts";
export { calledProcess } from "./check/data/calledVariables.ts";
export { fieldUses } from "./check/data/fieldUses.ts";
export { countErrors, type Finding, isError } from "./check/finding.ts";
export { type CheckCode, findingCodes } from "./check/findingCodes.ts";
export { lostIn } from "./check/structure/lost.ts";
export type { FindingDetail } from "./check/findingDetail.ts";
export type { Act, Control, Point } from "./definition/control.ts";
export { controlSentence } from "./verify/controlSentence.ts";
export type { PathStep } from "./verify/pathStep.ts";
export { brokenBy, controlPointsIn, controlQuestions, type ControlAnswers } from "./verify/held.ts";
export type {
  Expectation,
  Story,
  StoryCalendar,
  StoryEvent,
  StoryGiven,
  StoryPerson,
  StoryStep,
} from "./definition/story.ts";
export { STORY_LIMITS, storySchema, type StoryInput } from "./definition/story.ts";
export { askedAt } from "./story/judge.ts";
export { coverageOf, type Covered, type Sighted, type StoryCoverage } from "./story/coverage.ts";
export type { ExpectationVerdict, PlayedEffect, PlayedMoment } from "./story/playedMoment.ts";
export { proposalsFor, type Proposal } from "./story/propose.ts";
export { openInterventions, refusedMoves } from "./story/replayed.ts";
export type { OpenInterventions } from "./story/interventions.ts";
export { isOnTheWhole, rightsNeeded } from "./rights/rightsNeeded.ts";
export { endingNamed } from "./definition/endingNamed.ts";
export { actsOf, removableFrom, takenBackAt, type Work } from "./nodes/work/actsOf.ts";
export { actsAt, removableAt } from "./story/actsAt.ts";
export { playStory, wentWell, type PlayedStory } from "./story/playStory.ts";
export { storyFinding, storyFindings } from "./story/storyFindings.ts";
export { storyVerdict, type StoryVerdict } from "./story/storyVerdict.ts";
export type { Seen } from "./verify/seen.ts";
export { Grounds } from "./verify/grounds.ts";
export { proofFindings } from "./verify/proofFindings.ts";
export { prove } from "./verify/prove.ts";

export { readDefinition } from "./definition/readDefinition.ts";
export { storedDefinition } from "./definition/storedDefinition.ts";
export { storedEvent, upgradeEvent } from "./version/upgradeEvent.ts";
export { NO_MAPPING, turnedBack, type MigrationMapping, type TimerChoice } from "./version/migration/mapping.ts";
export { begunAnew, mappingBack, stoodOf, type Stood } from "./version/migration/stood.ts";
export { planMigration, type ProposedMigration } from "./version/migration/planMigration.ts";
export { migrateState, type MigrateEvent, type Versions } from "./version/migration/migrateState.ts";
export { judged, migrationJudge, verdictOf, type MigrationVerdict } from "./version/migration/judge.ts";
export { isSameJson } from "./kernel/isSameJson.ts";
export { diffDefinitions, type Change, type SettingChange } from "./version/compare/diffDefinitions.ts";
export { drawnTogether } from "./version/compare/drawnTogether.ts";
export { mergeDefinitions, type Merge } from "./version/compare/mergeDefinitions.ts";
export type { Adjusted, Choice, Conflict } from "./version/compare/merging.ts";
export { routedOtherwise, type Behaviour } from "./version/compare/routedOtherwise.ts";
export { upgradeState } from "./version/upgradeState.ts";
export {
  compare,
  isComparable,
  type CaseEnd,
  type Compared,
  type ComparedWay,
  type Incomparable,
} from "./whatIf/compare.ts";
export { assumptionFor } from "./whatIf/draw.ts";
export { Learning, NOTHING_LEARNT, type Learnt } from "./whatIf/learnt.ts";
export type { Assumption, PastCase, PastEvent, Trial, WorkClock } from "./whatIf/pastCase.ts";
export type { PathEntry } from "./whatIf/path.ts";
export { refold } from "./whatIf/refold.ts";
export { reasonOf, Tally, type WhatIfSummary } from "./whatIf/tally.ts";
