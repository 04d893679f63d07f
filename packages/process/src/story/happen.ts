import { parseInstant } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import type { StoryEvent } from "../definition/story.ts";
import type { KernelAnswer } from "../kernel/answer.ts";
import { afterWork, officeCalendar } from "../simulate/calendar.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { interveningIn } from "./interventions.ts";
import { problemsOfRules, type RealNames } from "./storyWorld.ts";

/** What came of an event: why it was refused, or that it could not be played within the bounds. */
export interface Happened {
  readonly refusals: readonly Problem[];
  readonly isCut: boolean;
}

/** How far a story may be played, and who says that it is enough. */
export interface PlayBounds {
  readonly isStopped?: () => boolean;
  /** What real people are called, where it is known. */
  readonly names?: RealNames;
}

/** The most alarms that may ring while time passes once. */
const RING_LIMIT = 500;
/** The longest that time may pass at once, about fifty years. */
const LONGEST_MS = 50 * 366 * 86_400_000;

const went = (refusals: readonly Problem[] = []): Happened => ({ refusals, isCut: false });
const CUT: Happened = { refusals: [], isCut: true };

/** What nobody waits for is told like a refusal: whoever wrote the story thought otherwise. */
const answered = (answer: KernelAnswer, event: StoryEvent["do"]): Happened => {
  if (answer.answer === "refused") return went(answer.problems);
  return went(answer.answer === "advanced" ? [] : [problem("EVENT_NOT_APPLICABLE", { event })]);
};

const notApplicable = (event: StoryEvent["do"]): Happened => went([problem("EVENT_NOT_APPLICABLE", { event })]);

const pass = (simulation: Simulation, until: string, { isStopped }: PlayBounds): Happened => {
  const [nowMs, untilMs] = [parseInstant(simulation.at) ?? 0, parseInstant(until) ?? 0];
  if (untilMs < nowMs) return notApplicable("passUntil");
  if (untilMs - nowMs > LONGEST_MS) return CUT;
  for (let rings = 0; rings < RING_LIMIT; rings += 1) {
    if (isStopped?.()) return CUT;
    if (simulation.ringBy(until)) continue;
    simulation.at = until;
    return went();
  }
  return CUT;
};

const openTaskAt = (simulation: Simulation, node: string): boolean =>
  [...simulation.tasks.values()].some((task) => task.open && task.node === node);

const endEffect = (simulation: Simulation, event: StoryEvent & { do: "effect" }): Happened => {
  const isWanted = [...simulation.effects.values()].some(({ node }) => node === event.at);
  if (!isWanted) return notApplicable("effect");
  const { ends } = event;
  if (ends.as === "unknown") return answered(simulation.effectFailed(event.at, "timeout", true), "effect");
  if (ends.as === "failed") return answered(simulation.effectFailed(event.at, ends.reason ?? "failed"), "effect");
  const { world } = simulation;
  simulation.world = { ...world, effectsDone: [...new Set([...(world.effectsDone ?? []), event.at])].toSorted() };
  return answered(simulation.effectDone(event.at, ends.output ?? {}), "effect");
};

/** Lets one thing happen in a case that is played. A refusal changes nothing. */
export const happen = (simulation: Simulation, event: StoryEvent, id: string, bounds: PlayBounds): Happened => {
  const inbox = { kind: "system", name: "inbox" } as const;
  switch (event.do) {
    case "move": {
      const { by, move, reason = null, form = {} } = event;
      return answered(simulation.move(by, move, { reason, form }), event.do);
    }
    case "act": {
      const { by, at, act, comment = null, attachments = [], signature = null, form = {} } = event;
      if (!openTaskAt(simulation, at)) return notApplicable(event.do);
      if (act.do === "complete" && simulation.putAway(by, at)) return went();
      return answered(simulation.act(by, at, act, comment, { form, attachments, signature }), event.do);
    }
    case "pass": {
      const until = afterWork(simulation.world.calendar ?? officeCalendar, simulation.at, event.span);
      return pass(simulation, until, bounds);
    }
    case "passUntil":
      return pass(simulation, event.at, bounds);
    case "passToNext":
      return simulation.alarmAt === null
        ? notApplicable(event.do)
        : pass(simulation, simulation.alarmAt > simulation.at ? simulation.alarmAt : simulation.at, bounds);
    case "message": {
      const { message, key = null, payload = null } = event;
      return answered(simulation.send({ type: "message", id, message, key, payload }, inbox), event.do);
    }
    case "effect":
      return endEffect(simulation, event);
    case "child": {
      const child = simulation.state.waits.find((wait) => wait.kind === "child" && wait.node === event.at);
      if (!child) return notApplicable(event.do);
      return answered(
        simulation.send(
          {
            type: "childEnded",
            childKey: child.id,
            outcome: event.outcome,
            ...(event.brings && { brings: event.brings }),
          },
          inbox,
        ),
        event.do,
      );
    }
    case "change":
      simulation.change(event.fields ?? {}, event.rules ? problemsOfRules(event.rules) : undefined);
      return went();
    case "intervene": {
      const happening = interveningIn(simulation, event);
      if (happening === null) return notApplicable(event.do);
      return answered(simulation.send(happening, { kind: "person", personId: event.by }), event.do);
    }
  }
};
