import type { Problem } from "@sluice/problems";
import type { Story, StoryGiven, StoryStep } from "../definition/story.ts";
import type { Plan } from "../kernel/plan.ts";
import { missingFields, startFormOf } from "../nodes/start/startForm.ts";
import { HeldCase } from "../simulate/heldCase.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { happen, type Happened, type PlayBounds } from "./happen.ts";
import { openInterventionsIn, type OpenInterventions } from "./interventions.ts";
import { worldOf, type RealNames } from "./storyWorld.ts";

/** A case in the world that a story is given, before its first event. */
export const newCase = (plan: Plan, given: StoryGiven, names?: RealNames): Simulation =>
  new HeldCase(plan, worldOf(given, names), given.at, given.by);

/** Begins it, as the door does: a person fills in first what the start asks for. */
export const beginCase = (simulation: Simulation, given: StoryGiven): Happened => {
  const form = given.by === null ? [] : startFormOf(simulation.plan.start);
  const missing = missingFields(form, simulation.world.record);
  if (missing.length > 0) return { refusals: missing, isCut: false };
  const answer = simulation.start(given.variables ?? {});
  return { refusals: answer.answer === "refused" ? answer.problems : [], isCut: false };
};

/** Lets the thing happen that stands at a place of a story; the same place always has the same name. */
export const happenAt = (
  simulation: Simulation,
  story: Pick<Story, "id">,
  step: StoryStep,
  { index, ...bounds }: PlayBounds & { readonly index: number },
): Happened => happen(simulation, step.when, `${story.id}.${index}`, bounds);

const replayed = (plan: Plan, story: Story): Simulation => {
  const simulation = newCase(plan, story.given);
  beginCase(simulation, story.given);
  for (const [index, step] of story.steps.entries()) happenAt(simulation, story, step, { index });
  return simulation;
};

/** What somebody may step in at where a story stands. */
export const openInterventions = (plan: Plan, story: Story, by: string): OpenInterventions =>
  openInterventionsIn(replayed(plan, story), by);

/** What would refuse each move that people may take out of the stage that a story stands in, if somebody took it now. */
export const refusedMoves = (plan: Plan, story: Story, by: string): ReadonlyMap<string, readonly Problem[]> => {
  const simulation = replayed(plan, story);
  const stage = plan.nodes.get(simulation.state.stage ?? "");
  const moves = stage?.kind === "stage" ? stage.moves.filter(({ trigger }) => trigger.by === "person") : [];
  return new Map(
    moves.map(({ id, form = [] }) => {
      const asked = new Set(form.map(({ path }) => path));
      const problems = simulation.problemsOf(
        { type: "move", move: id, reason: "–", form: {} },
        { kind: "person", personId: by },
      );
      // What its form asks for is given with it.
      return [
        id,
        problems.filter(({ code, values }) => code !== "REQUIRED_FIELD" || !asked.has(values["field"] as string)),
      ];
    }),
  );
};
