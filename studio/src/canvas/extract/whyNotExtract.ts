import { edgeSchema, nodeSchema, type ProcessDefinition, type Step } from "@sluice/process";
import { messagesHeard } from "../model/namesOf.ts";
import type { Border } from "./borderOf.ts";
import { passedOf } from "./passedOf.ts";

/** A reason against making a sub-process of a selection, with the steps or variables that it is about. */
export interface NotExtractable {
  readonly why:
    | "notOneStage"
    | "noWayIn"
    | "severalWaysIn"
    | "notClosed"
    | "splitsOut"
    | "sharedMeanwhile"
    | "waitsAcross"
    | "looksBack"
    | "asksMoment"
    | "holdsRecord"
    | "undone"
    | "unfit";
  readonly steps: readonly string[];
  readonly variables?: readonly string[];
}

/** Whether a step looks at what the case did before it: a process of its own begins with none of that. */
const looksBack = (step: Step): boolean =>
  (step.kind === "approval" &&
    (step.dedup !== "none" || (step.sendBack !== undefined && step.sendBack.to !== "initiator"))) ||
  ("who" in step && step.who.some(({ by }) => by === "initiatorPicks" || by === "previousPicks"));

/** Whether a step, or a wire from it, asks what is another in a process of its own: its stage and beginning, the form and person of now. */
const asksMoment = (step: Step, { inner, out }: Border): boolean =>
  /\b(case\.(\?)?(stage|openedAt)|form\.|actor\.)/u.test(
    JSON.stringify([step, ...[...inner, ...out].filter(({ from }) => from === step.id)]),
  );

const holdsRecord = (step: Step): boolean =>
  (step.kind === "approval" && step.holdsRecord) || (step.kind === "guard" && step.holdsRecord);

/** The messages that are waited for inside and outside: it would be heard at the wrong one. */
const messagesAcross = ({ nodes }: ProcessDefinition, { steps }: Border): string[] => {
  const inside = new Set(steps.map(({ id }) => id));
  const outside = new Set(nodes.filter(({ id }) => !inside.has(id)).flatMap(messagesHeard));
  return [...new Set(steps.flatMap(messagesHeard))].filter((message) => outside.has(message));
};

/** The steps with a setting that is not filled in or does not fit, at them or at a wire from them; and what they lead to, which lends an end its name. */
const unfit = ({ nodes }: ProcessDefinition, { steps, inner, out }: Border): string[] => {
  const wires = [...inner, ...out];
  const led = new Set(out.map(({ to }) => to));
  const asked = [...steps, ...nodes.filter(({ id }) => led.has(id))];
  return asked
    .filter(
      (node) =>
        !nodeSchema.safeParse(node).success ||
        wires.some((wire) => wire.from === node.id && !edgeSchema.safeParse(wire).success),
    )
    .map(({ id }) => id);
};

/**
 * Everything that stands against making a sub-process of a selection, at once. It must have one way in, every path in it must lead
 * out, and nothing in it may hang on what goes on, or went on, in the case around it.
 */
export const whyNotExtract = (definition: ProcessDefinition, border: Border | null): readonly NotExtractable[] => {
  if (border === null) return [{ why: "notOneStage", steps: [] }];
  const { steps, inner, out, doors } = border;
  const leaves = new Set([...inner, ...out].map(({ from }) => from));
  const open = steps.filter(({ id, kind }) => kind === "end" || !leaves.has(id)).map(({ id }) => id);
  const targets = new Set(out.map(({ to }) => to));
  const named = (is: (step: Step) => boolean): string[] => steps.filter(is).map(({ id }) => id);
  const because = (why: NotExtractable["why"], found: readonly string[]): NotExtractable[] =>
    found.length === 0 ? [] : [{ why, steps: found }];
  const splits = targets.size > 1 ? named(({ kind }) => kind === "parallel") : [];
  const across = messagesAcross(definition, border);
  const shared = passedOf(definition, border).sharedMeanwhile.filter((name) => !across.includes(name));
  return [
    ...(doors.length === 0 ? [{ why: "noWayIn" as const, steps: steps.map(({ id }) => id) }] : []),
    ...(doors.length > 1 ? [{ why: "severalWaysIn" as const, steps: doors }] : []),
    ...(open.length > 0 || out.length === 0 ? [{ why: "notClosed" as const, steps: open }] : []),
    ...because("splitsOut", splits),
    ...(across.length > 0 ? [{ why: "waitsAcross" as const, steps: [], variables: across }] : []),
    ...(shared.length > 0 ? [{ why: "sharedMeanwhile" as const, steps: [], variables: shared }] : []),
    ...because("looksBack", named(looksBack)),
    ...because(
      "asksMoment",
      named((step) => asksMoment(step, border)),
    ),
    ...because("holdsRecord", named(holdsRecord)),
    ...because("unfit", unfit(definition, border)),
    ...because(
      "undone",
      named((step) => step.kind === "action" && step.compensateWith !== undefined),
    ),
  ];
};
