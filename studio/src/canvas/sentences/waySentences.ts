import type { Edge, Move, Node, NodeOf, ProcessDefinition } from "@sluice/process";
import { findNode } from "../model/elements.ts";
import { conditionSentence } from "../sayings/conditionSentence.ts";
import { fieldLabel, type Sayings, textIn } from "../sayings/sayings.ts";
import { conditionLabel } from "../wires/wireLabel.ts";
import { formSentences } from "./formSentences.ts";
import { capital } from "./joined.ts";
import { guardSentences } from "./kindSentences.ts";
import { peopleWords } from "./peopleWords.ts";
import { spanWords } from "./spanWords.ts";

/** What a wire or move leads to: a step by its name, a stage as a stage. */
export const destination = (sayings: Sayings, definition: ProcessDefinition, id: string): string => {
  const { say } = sayings;
  const node = findNode(definition, id);
  if (node === null) return say("sentences.nowhere");
  const name = textIn(sayings, node.name) || node.id;
  return say(node.kind === "stage" ? "sentences.stageNamed" : "sentences.named", { name });
};

/** One way out of a step: when it is taken, where it leads, how often at most. */
export const waySentence = (sayings: Sayings, definition: ProcessDefinition, edge: Edge): string => {
  const { say } = sayings;
  const to = destination(sayings, definition, edge.to);
  const source = findNode(definition, edge.from);
  const isSplit = source?.kind === "parallel";
  const way = say(`sentences.way.${edge.on.kind === "next" && isSplit ? "branchNext" : edge.on.kind}`, {
    to,
    outcome: edge.on.kind === "outcome" ? conditionLabel(sayings, definition, edge) : "",
    condition: edge.on.kind === "when" ? conditionSentence(sayings, { when: edge.on.when }) : "",
  });
  const name = textIn(sayings, edge.name);
  const named = name === "" ? way : say("sentences.way.named", { name, way });
  return edge.maxVisits === undefined ? named : say("sentences.way.times", { way: named, count: edge.maxVisits });
};

/** A step without a way out stays where it is, unless it ends there. */
export const restsAfter = (sayings: Sayings, definition: ProcessDefinition, node: Node): string[] =>
  node.kind === "end" || definition.edges.some(({ from }) => from === node.id)
    ? []
    : [sayings.say("sentences.way.rests")];

/** A move: what opens it, where it leads, what must hold, and what is asked. */
export const moveSentences = (sayings: Sayings, definition: ProcessDefinition, move: Move): string[] => {
  const { say } = sayings;
  const { trigger, guard } = move;
  const everyone = say("sentences.people.everyone");
  const opened = say(`sentences.move.${trigger.by}`, {
    to: destination(sayings, definition, move.to),
    who: trigger.by === "person" ? (trigger.who.length === 0 ? everyone : peopleWords(sayings, trigger.who, "or")) : "",
    time: trigger.by === "timer" ? spanWords(sayings, trigger.after) : "",
    field: trigger.by === "timerAt" ? fieldLabel(sayings, trigger.path) : "",
    condition: trigger.by === "condition" ? conditionSentence(sayings, trigger.condition) : "",
    message: trigger.by === "message" ? trigger.message : "",
  });
  return [
    capital(opened),
    ...(guard
      ? [
          say("sentences.move.guard", { condition: conditionSentence(sayings, guard.condition) }),
          ...guardSentences(sayings, guard),
        ]
      : []),
    ...formSentences(sayings, move.form),
    ...(move.reason === "none" ? [] : [say(`sentences.move.reason.${move.reason}`)]),
  ];
};

/** What a stage does with a record that comes in: it goes to a step, or rests. A final stage without steps says nothing. */
export const entrySentence = (
  sayings: Sayings,
  definition: ProcessDefinition,
  { entry, final }: NodeOf<"stage">,
): string[] => {
  if (entry !== undefined)
    return [sayings.say("sentences.stage.entry", { step: destination(sayings, definition, entry) })];
  return final === undefined ? [sayings.say("sentences.stage.rests")] : [];
};
