import { problem, type Problem } from "@sluice/problems";
import { taken } from "../../kernel/advance.ts";
import type { KernelAnswer } from "../../kernel/answer.ts";
import { endToken } from "../../kernel/endToken.ts";
import type { CaseEvent } from "../../kernel/event.ts";
import type { Facts } from "../../kernel/fact.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import { nodeIn, nodeOfKind, type Plan } from "../../kernel/plan.ts";
import type { CaseState, Token } from "../../kernel/state.ts";
import { Step } from "../../kernel/step.ts";
import { together } from "../../kernel/together.ts";
import { repeatsIn } from "./repeats.ts";
import { stageAfter } from "./stageAfter.ts";
import { stepAfter } from "./stepAfter.ts";
import { translateState, type Translated } from "./translateState.ts";
import { translationOf, type Translation } from "./translation.ts";

export type MigrateEvent = CaseEvent & { readonly type: "migrate" };

/** The two versions of a process between which a case is taken over. */
export interface Versions {
  readonly from: Plan;
  readonly to: Plan;
}

const nameIn = (plan: Plan, id: string): string => plan.nodes.get(id)?.name.en ?? id;

/** A case is in one stage at a time, so what it stands on must lie in the stage that its own has become. */
const strangersIn = ({ to }: Translation, { state }: Translated): readonly string[] =>
  [...state.tokens, ...(state.firstStep ? [state.firstStep] : [])]
    .map(({ node }) => nodeIn(to, node))
    .filter((node) => ("stage" in node ? node.stage : null) !== state.stage)
    .map(({ id }) => id);

/** What forbids it before anything is tried: an end, no reason, elements that have become nothing, another stage. */
const problemsOf = (by: Translation, state: CaseState, translated: Translated, reason: string): readonly Problem[] => {
  if (state.status === "ended") return [problem("CASE_ENDED", { outcome: state.outcome })];
  if (state.seq === 0) return [problem("EVENT_NOT_APPLICABLE", { event: "migrate" })];
  if (!reason.trim()) return [problem("REASON_REQUIRED")];
  const { unmapped } = translated;
  if (unmapped.length > 0)
    return unmapped.map((id) => problem("MIGRATION_NEEDS_MAPPING", { id, step: nameIn(by.from, id) }));
  return strangersIn(by, translated).map((id) =>
    problem("MIGRATION_OTHER_STAGE", {
      id,
      step: nameIn(by.to, id),
      stage: nameIn(by.to, translated.state.stage ?? ""),
    }),
  );
};

const hasOuterSteps = ({ definition }: Plan): boolean => definition.nodes.some(({ kind }) => kind === "action");

/** Gives the step up where it would do again what is done. */
const assertNothingTwice = (step: Step, by: Translation, state: CaseState, translated: Translated): void => {
  if (!hasOuterSteps(by.from)) return;
  const [done] = step.look([{ fact: "effectsDone" }]);
  const repeated = repeatsIn(by, { state, done: done as readonly string[] }, translated);
  if (repeated.length > 0)
    step.refuse(repeated.map((id) => problem("MIGRATION_REPEATS_EFFECT", { id, step: nameIn(by.to, id) })));
};

/** Enters a step anew: what was open at the one that it was is given up. */
const enterAnew = (step: Step, token: Token): void => {
  endToken(step, token);
  const { node, scope, via, returnTo } = token;
  step.arrivals.push({ node, scope, via, ...(returnTo === null ? {} : { returnTo }) });
};

const lockIn = (plan: Plan, tokens: readonly Token[]): readonly string[] | null =>
  tokens.reduce<readonly string[] | null>((lock, token) => {
    const node = nodeIn(plan, token.node);
    return node.kind === "approval" && node.lockRecord ? node.lockExcept : lock;
  }, null);

/** Locks or frees the record as the steps that stay say now; those entered anew lock it as they are entered. */
const relock = (step: Step, was: readonly string[] | null): void => {
  const is = lockIn(step.plan, step.state.tokens);
  if (is === null ? was === null : was !== null && isSameJson([...is], [...was])) return;
  step.writes.push({ write: "lockRecord", locked: is !== null, except: is ?? [] });
};

const apply = (step: Step, by: Translation, before: CaseState, translated: Translated, event: MigrateEvent): void => {
  assertNothingTwice(step, by, before, translated);
  const oldNodes = new Map(before.tokens.map(({ id, node }) => [id, node]));
  for (const token of step.state.tokens) if (translated.anew.has(token.id)) enterAnew(step, token);
  const staying = step.state.tokens;
  const times = { timers: event.timers, stood: event.back };
  const { stage } = step.state;
  const ofStage = (): void => {
    if (stage === null || before.stage === null) return;
    const [old, now] = [nodeOfKind(by.from, before.stage, "stage"), nodeOfKind(by.to, stage, "stage")];
    stageAfter(step, by, old, now, times);
  };
  together([
    ofStage,
    ...staying.map((token) => () => stepAfter(step, token, by, oldNodes.get(token.id) ?? token.node, times)),
  ]);
  relock(step, lockIn(by.from, before.tokens));
};

/**
 * Takes a case over to another version of its process. Pure and total, as `advance` is: a case is taken over whole, at rest on
 * the new version, or refused with every reason.
 *
 * Steps that stay keep what is open in them: tasks, votes, arrivals at joins, children, effects, incidents. Steps that have
 * become another kind are entered anew. What was done is not done again. `seq` grows by one, and nothing but the facts given is
 * asked of the world. A case that is taken back stands where it stood, its times too. Whether an end can still be reached is for `migrationJudge` to say.
 *
 * @problem MIGRATION_NEEDS_MAPPING - the case stands on what has become nothing
 * @problem MIGRATION_OTHER_STAGE - a step lies in another stage than the record is in
 * @problem MIGRATION_REPEATS_EFFECT - an effect that is done would be done again
 */
export const migrateState = (
  { from, to }: Versions,
  state: CaseState,
  event: MigrateEvent,
  facts: Facts,
): KernelAnswer => {
  const by = translationOf(from, to, event.mapping);
  const translated = translateState(by, state);
  const problems = problemsOf(by, state, translated, event.reason);
  if (problems.length > 0) return { answer: "refused", problems };
  const step = new Step(to, translated.state, event, facts);
  const tooLarge: KernelAnswer = { answer: "refused", problems: [problem("STATE_TOO_LARGE")] };
  return taken(step, () => apply(step, by, state, translated, event)) ?? tooLarge;
};
