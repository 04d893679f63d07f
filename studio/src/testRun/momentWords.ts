import type { Problem } from "@sluice/problems";
import {
  type Advanced,
  type Json,
  type PlayedMoment,
  type ProcessDefinition,
  type StoryEvent,
  outcomeNamed,
  resubmission,
} from "@sluice/process";
import { findMove, findNode } from "../canvas/model/elements.ts";
import { fieldLabel, labelOf, textIn } from "../canvas/sayings/sayings.ts";
import { codeWords, nameOf, milestoneWords, namesOf, timeOf, valueOf, type RunWords } from "./runWords.ts";

type Drawn = ProcessDefinition;
type Write = Advanced["writes"][number];

/** A step, stage or move by the name it has in the draft. */
export const drawnName = ({ sayings }: Pick<RunWords, "sayings">, definition: Drawn, id: string): string =>
  textIn(sayings, findNode(definition, id)?.name ?? findMove(definition, id)?.move.name) || id;

const outcomeName = (words: RunWords, definition: Drawn, at: string, outcome: string): string => {
  const own = outcomeNamed(findNode(definition, at), outcome);
  if (own) return textIn(words.sayings, own);
  if (outcome === resubmission.key) return textIn(words.sayings, resubmission.name);
  return outcome === "done" ? words.say("act.done") : outcome;
};

/** How a case ended: the outcome that every process has, or its own. */
export const endingName = ({ sayings }: Pick<RunWords, "sayings">, outcome: string): string =>
  sayings.has(`final.${outcome}`) ? sayings.say(`final.${outcome}`) : outcome;

type ActEvent = StoryEvent & { readonly do: "act" };
type StepIn = StoryEvent & { readonly do: "intervene" };

/** Whom an act is about, by their ids. */
const aboutWhom = ({ act }: ActEvent): readonly string[] => {
  if ("personIds" in act) return act.personIds;
  if ("personId" in act) return [act.personId];
  return act.do === "transfer" || act.do === "delegate" ? [act.to] : [];
};

const actWords = (words: RunWords, definition: Drawn, when: ActEvent): string => {
  const { say } = words;
  const { act, by, at } = when;
  const values = {
    who: nameOf(words, by),
    at: drawnName(words, definition, at),
    whom: namesOf(words, aboutWhom(when)),
  };
  if (act.do === "complete")
    return say("did.complete", { ...values, outcome: outcomeName(words, definition, at, act.outcome) });
  if (act.do === "addSigner") return say(`did.addSigner.${act.place}`, values);
  if (act.do === "sendBack" && act.to !== undefined)
    return say("did.sendBackTo", { ...values, to: drawnName(words, definition, act.to) });
  return say(`did.${act.do}`, values);
};

const stepInWords = (words: RunWords, definition: Drawn, { by, act }: StepIn): string => {
  const values = { who: nameOf(words, by), at: "at" in act ? drawnName(words, definition, act.at) : "" };
  if (act.do === "jump") return words.say("did.jump", { ...values, to: drawnName(words, definition, act.to) });
  if (act.do === "reassign") return words.say("did.reassign", { ...values, whom: nameOf(words, act.to) });
  return words.say(`did.${act.do}`, values);
};

const changeWords = (words: RunWords, event: StoryEvent & { do: "change" }): string =>
  [
    ...Object.entries(event.fields ?? {}).map(([path, value]) =>
      words.say("did.changed", { field: fieldLabel(words.sayings, path), value: valueOf(words, path, value) }),
    ),
    ...Object.entries(event.rules ?? {}).map(([rule, reasons]) =>
      words.say(reasons.length === 0 ? "did.ruleHolds" : "did.ruleFails", {
        rule: labelOf(words.sayings, words.sayings.catalogue.rules, rule),
      }),
    ),
  ].join(words.say("log.and"));

/** What happened in a moment, in a sentence. */
export const didWords = (words: RunWords, definition: Drawn, when: StoryEvent | null): string => {
  const { say, sayings, story } = words;
  if (when === null)
    return story.given.by === null ? say("did.beginMachine") : say("did.begin", { who: nameOf(words, story.given.by) });
  switch (when.do) {
    case "move":
      return say("did.move", { who: nameOf(words, when.by), move: drawnName(words, definition, when.move) });
    case "act":
      return actWords(words, definition, when);
    case "intervene":
      return stepInWords(words, definition, when);
    case "pass":
      return say(`did.pass.${when.span.calendar}.${when.span.unit}`, { count: when.span.amount });
    case "passUntil":
      return say("did.passUntil", { when: timeOf(story, sayings.language, when.at) });
    case "passToNext":
      return say("did.passToNext");
    case "message":
      return say("did.message", { message: when.message });
    case "effect": {
      const key = { done: "effectDone", failed: "effectFailed", unknown: "effectUnknown" }[when.ends.as];
      return say(`did.${key}`, { at: drawnName(words, definition, when.at) });
    }
    case "child":
      return say("did.child", {
        at: drawnName(words, definition, when.at),
        outcome: when.outcome === null ? say("see.nothing") : endingName(words, when.outcome),
      });
    case "change":
      return say("did.change", { what: changeWords(words, when) });
  }
};

/** What went wrong at a step, with the values that are known of it. */
export const incidentWords = (
  words: RunWords,
  definition: Drawn,
  {
    node,
    code,
    values,
  }: { readonly node: string; readonly code: string; readonly values: { readonly [key: string]: Json } },
): string => {
  const at = drawnName(words, definition, node);
  const why = codeWords(words, code, { ...values, ...("node" in values ? { node: at } : {}) } as Problem["values"]);
  return why.includes(at) ? why : words.say("came.incident", { at, why });
};

const taskWords = (words: RunWords, task: (Write & { write: "openTask" })["task"]): string =>
  words.say(task.kind === "copy" || task.kind === "consult" ? `came.${task.kind}` : "came.task", {
    task: textIn(words.sayings, task.name),
    who: namesOf(words, task.people),
  });

/** A task that nobody did and that is gone: whose it was stands in the moment's tasks. */
const goneWords = (words: RunWords, moment: PlayedMoment, write: Write & { write: "closeTask" }): readonly string[] => {
  const task = moment.tasks.find(({ key }) => key === write.task);
  const isQuiet = write.reason === "done" || write.reason === "decided" || task?.kind === "copy";
  if (isQuiet || task === undefined) return [];
  return [words.say("came.taken", { task: textIn(words.sayings, task.name), who: namesOf(words, task.people) })];
};

const writeWords = (words: RunWords, definition: Drawn, moment: PlayedMoment, write: Write): readonly string[] => {
  const { say, sayings } = words;
  switch (write.write) {
    case "enterStage":
      return [
        say("came.stage", { stage: drawnName(words, definition, write.stage) }),
        ...(write.milestone === null
          ? []
          : [say("came.milestone", { milestone: milestoneWords(words, write.milestone) })]),
      ];
    case "openTask":
      return [taskWords(words, write.task)];
    case "assignTask": {
      const task = moment.tasks.find(({ key }) => key === write.task);
      return task ? [taskWords(words, { ...task, people: write.people })] : [];
    }
    case "closeTask":
      return goneWords(words, moment, write);
    case "setField":
      return [
        say("came.field", { field: fieldLabel(sayings, write.path), value: valueOf(words, write.path, write.value) }),
      ];
    case "createRecord":
      return [say("came.created", { type: labelOf(sayings, sayings.catalogue.recordTypes, write.recordType) })];
    case "setOwner":
      return [say("came.owner", { who: nameOf(words, write.personId) })];
    case "openChild":
      return [say("came.child", { process: labelOf(sayings, sayings.catalogue.processes, write.process) })];
    case "notify":
      return [say("came.told", { who: namesOf(words, write.people), subject: textIn(sayings, write.subject) })];
    case "raiseIncident":
      return [incidentWords(words, definition, write)];
    case "lockRecord":
      return [say(write.locked ? "came.locked" : "came.unlocked")];
    case "lateStay":
      return moment.state.stage === null
        ? []
        : [say("came.late", { stage: drawnName(words, definition, moment.state.stage) })];
    case "endCase":
      return [
        write.outcome === null
          ? say("came.overPlain")
          : say("came.over", { outcome: endingName(words, write.outcome) }),
      ];
    default:
      return [];
  }
};

/** What came of a moment, line by line; `at` where time passed meanwhile. */
export const cameWords = (
  words: RunWords,
  definition: Drawn,
  moment: PlayedMoment,
): readonly { readonly at: string | null; readonly text: string }[] =>
  moment.steps.flatMap(({ event, answer }) => {
    const at = event.type === "alarmRang" ? timeOf(words.story, words.sayings.language, event.at) : null;
    const effects = answer.wanted.map(({ node, block }) =>
      words.say("came.effect", {
        at: drawnName(words, definition, node),
        block: labelOf(words.sayings, words.sayings.catalogue.blocks, block),
      }),
    );
    return [...answer.writes.flatMap((write) => writeWords(words, definition, moment, write)), ...effects].map(
      (text) => ({ at, text }),
    );
  });
