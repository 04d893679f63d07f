import {
  type Actor,
  type Happening,
  type Json,
  type PathStep,
  type ProcessDefinition,
  outcomeNamed,
} from "@sluice/process";
import { findMove, findNode } from "../model/elements.ts";
import { plainWords } from "../sayings/plainWords.ts";
import { fieldAt, fieldLabel, type Sayings, textIn } from "../sayings/sayings.ts";
import { standsAfter } from "../store/walk.ts";

/** One step of a counter-example in words: what happened and by whom, what was seen of the record, and where the case stands then. */
export interface StepWords {
  readonly did: string;
  /** `isChanged` where the way saw something else of that field before. */
  readonly saw: readonly { readonly field: string; readonly value: string; readonly isChanged: boolean }[];
  readonly stands: string;
}

const nameOf = (sayings: Sayings, definition: ProcessDefinition, id: string): string =>
  textIn(sayings, findNode(definition, id)?.name) || id;

/** The people of a proof stand for all who behave alike; those that the process names go by their name. */
const whoIs = ({ say, catalogue }: Sayings, actor: Actor): string => {
  if (actor.kind !== "person") return say("controls.who.machine");
  const { personId } = actor;
  if (personId === "initiator") return say("controls.who.initiator");
  const named = catalogue.people.find(({ id }) => id === personId)?.name;
  if (named !== undefined) return named;
  return say(/^somebody\d+$/.test(personId) ? "controls.who.another" : "controls.who.somebody");
};

const outcomeName = (sayings: Sayings, definition: ProcessDefinition, at: string, outcome: string): string => {
  const own = outcomeNamed(findNode(definition, at), outcome);
  return own ? textIn(sayings, own) : sayings.say("controls.did.done");
};

const didWords = (sayings: Sayings, definition: ProcessDefinition, { happening, actor, at }: PathStep): string => {
  const { say, has } = sayings;
  const values = { who: whoIs(sayings, actor), at: nameOf(sayings, definition, at) };
  const key = happeningKey(happening);
  if (happening.type === "move")
    return say("controls.did.move", {
      ...values,
      move: textIn(sayings, findMove(definition, happening.move)?.move.name) || happening.move,
    });
  if (happening.type === "task" && happening.act.do === "complete")
    return say("controls.did.complete", {
      ...values,
      outcome: outcomeName(sayings, definition, at, happening.act.outcome),
    });
  return say(has(`controls.did.${key}`) ? `controls.did.${key}` : "controls.did.other", values);
};

const happeningKey = (happening: Happening): string => (happening.type === "task" ? happening.act.do : happening.type);

/** A value as it is read; a reference only tells whether there is one, for a proof has no records. */
const valueWords = (sayings: Sayings, path: string, value: Json): string => {
  const { say } = sayings;
  const isNothing = value === null || value === "" || (Array.isArray(value) && value.length === 0);
  return plainWords(sayings, path, value) ?? say(isNothing ? "controls.saw.nothing" : "controls.saw.something");
};

/** A step of a counter-example as the reader reads it, after the steps before it. What stands for no field of the record is left out. */
export const stepWords = (
  sayings: Sayings,
  definition: ProcessDefinition,
  step: PathStep,
  before: readonly PathStep[] = [],
): StepWords => {
  const seen: PathStep["saw"] = Object.assign({}, ...before.map(({ saw }) => saw));
  const names = standsAfter(step).map((id) => nameOf(sayings, definition, id));
  return {
    did: didWords(sayings, definition, step),
    saw: Object.entries(step.saw)
      .filter(([path]) => fieldAt(sayings, path) !== null)
      .map(([path, value]) => ({
        field: fieldLabel(sayings, path),
        value: valueWords(sayings, path, value),
        isChanged: path in seen && JSON.stringify(seen[path]) !== JSON.stringify(value),
      })),
    stands:
      names.length === 0
        ? sayings.say("controls.stands.nowhere")
        : sayings.say("controls.stands.at", { where: [...new Set(names)].join(sayings.say("controls.stands.and")) }),
  };
};
