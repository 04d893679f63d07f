import type { StoryEvent } from "../definition/story.ts";
import type { Happening, Intervention } from "../kernel/event.ts";
import type { Simulation } from "../simulate/simulation.ts";

type Intervening = StoryEvent & { readonly do: "intervene" };

/** The act in the kernel's words: by the incident or the work that stands open at its step; null where none does. */
const inKernelsWords = ({ state }: Simulation, { act }: Intervening): Intervention | null => {
  switch (act.do) {
    case "retry":
    case "skip":
    case "compensate": {
      const incident = state.incidents.findLast(({ node }) => node === act.at);
      return incident === undefined ? null : { do: act.do, incident: incident.id };
    }
    case "reassign": {
      const wait = state.waits.find(({ kind, node }) => kind === "task" && node === act.at);
      return wait === undefined ? null : { do: act.do, task: wait.id, to: act.to };
    }
    case "jump":
    case "suspend":
    case "resume":
    case "cancel":
      return act;
  }
};

const isAdmin = ({ world }: Simulation, personId: string): boolean =>
  world.people.some(({ id, roles }) => id === personId && roles.includes("admin"));

/**
 * What somebody who steps in asks of the case, as the door would ask it: an admin may all of it, others what the step names them
 * for. Null where there is nothing to step in at.
 */
export const interveningIn = (simulation: Simulation, event: Intervening): Happening | null => {
  const act = inKernelsWords(simulation, event);
  if (act === null) return null;
  const { by, reason } = event;
  return { type: "intervene", act, reason, ...(isAdmin(simulation, by) ? {} : { named: true }) };
};

/** What somebody may step in at: the whole case, the steps with an open incident, and the steps whose open work they may give away. */
export interface OpenInterventions {
  readonly whole: boolean;
  readonly incidents: readonly string[];
  readonly work: readonly string[];
}

/** What somebody may step in at in a played case, by the same kernel as at the door. Changes nothing. */
export const openInterventionsIn = (simulation: Simulation, by: string): OpenInterventions => {
  const { incidents, waits } = simulation.state;
  const may = (act: Intervening["act"]): boolean => {
    const happening = interveningIn(simulation, { do: "intervene", by, act, reason: "…" });
    if (happening === null) return false;
    const problems = simulation.problemsOf(happening, { kind: "person", personId: by });
    return !problems.some(({ code }) => code === "NOT_ALLOWED");
  };
  const broken = new Set(incidents.map(({ node }) => node));
  const open = new Set(waits.flatMap(({ kind, node }) => (kind === "task" ? [node] : [])));
  return {
    whole: may({ do: "suspend" }),
    incidents: [...broken].filter((at) => may({ do: "retry", at })),
    work: [...open].filter((at) => may({ do: "reassign", at, to: by })),
  };
};
