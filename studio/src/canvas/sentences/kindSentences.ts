import { milestoneNames } from "@sluice/domain";
import type { GuardSettings, NodeKind, NodeOf } from "@sluice/process";
import { conditionSentence } from "../sayings/conditionSentence.ts";
import { fieldLabel, labelOf, type Sayings, textIn } from "../sayings/sayings.ts";
import { blockWords } from "./blockWords.ts";
import { formSentences } from "./formSentences.ts";
import { capital, joined } from "./joined.ts";
import { peopleWords } from "./peopleWords.ts";
import { spanWords } from "./spanWords.ts";
import { tableSentences } from "./tableSentences.ts";
import { approvalSentences, taskSentences } from "./workSentences.ts";

type Told<K extends NodeKind> = (sayings: Sayings, node: NodeOf<K>) => string[];

/** What a guard's people are told, who can clear it, and what it offers to start. */
export const guardSentences = (sayings: Sayings, { sentence, whoCanClear, start }: GuardSettings): string[] => {
  const { say, catalogue } = sayings;
  const told = textIn(sayings, sentence).replace(/[.。]$/u, "");
  return [
    ...(told === "" ? [] : [say("sentences.step.told", { sentence: told })]),
    ...(whoCanClear.length > 0
      ? [capital(say("sentences.step.whoCanClear", { who: peopleWords(sayings, whoCanClear, "or") }))]
      : []),
    ...(start === undefined
      ? []
      : [say("sentences.step.start", { process: labelOf(sayings, catalogue.processes, start) })]),
  ];
};

const start: Told<"start"> = (sayings, { trigger, concurrency }) => {
  const { say } = sayings;
  const { on: _on, ...values } = trigger;
  const when = "when" in trigger ? trigger.when : undefined;
  return [
    say(`sentences.start.${trigger.on}`, values as Record<string, string>),
    ...(when === undefined ? [] : [say("sentences.start.when", { condition: conditionSentence(sayings, { when }) })]),
    ...(trigger.on === "manual" ? formSentences(sayings, trigger.form) : []),
    say(`sentences.start.concurrency.${concurrency}`),
  ];
};

const stage: Told<"stage"> = (sayings, node) => {
  const { say } = sayings;
  const fields = (paths: readonly string[]) =>
    joined(
      sayings,
      paths.map((path) => fieldLabel(sayings, path)),
    );
  const { ageLimit, milestone } = node;
  return [
    ...(node.final ? [say("sentences.stage.final", { outcome: say(`final.${node.final}`) })] : []),
    ...(node.probability === undefined ? [] : [say("sentences.stage.probability", { share: node.probability })]),
    ...(node.owner && node.owner.length > 0
      ? [say("sentences.stage.owner", { who: peopleWords(sayings, node.owner, "or") })]
      : []),
    ...(ageLimit ? [say("sentences.stage.ageLimit", { time: spanWords(sayings, ageLimit.after) })] : []),
    ...(ageLimit?.warnAfter
      ? [say("sentences.stage.warnAfter", { time: spanWords(sayings, ageLimit.warnAfter) })]
      : []),
    ...(["requiredToEnter", "requiredToLeave"] as const).flatMap((key) =>
      node[key].length === 0 ? [] : [say(`sentences.stage.${key}`, { fields: fields(node[key]) })],
    ),
    ...(milestone === undefined
      ? []
      : [say("sentences.stage.milestone", { milestone: textIn(sayings, milestoneNames[milestone]) || milestone })]),
    ...node.entryActions.map((call) => say("sentences.stage.entryAction", { action: blockWords(sayings, call) })),
    ...node.exitActions.map((call) => say("sentences.stage.exitAction", { action: blockWords(sayings, call) })),
    ...(node.final ? [] : [say(`sentences.stage.${node.onLeave}`)]),
  ];
};

const guard: Told<"guard"> = (sayings, { mode, guard: settings, holdsRecord }) => [
  sayings.say(`sentences.step.${mode}`, { condition: conditionSentence(sayings, settings.condition) }),
  ...guardSentences(sayings, settings),
  ...(holdsRecord ? [sayings.say("sentences.work.holdsRecord")] : []),
];

const join: Told<"join"> = ({ say }, { wait }) => {
  if (wait.for === "all") return [say("sentences.step.joinAll")];
  if (wait.for === "first") return [say("sentences.step.joinFirst")];
  return [say(`sentences.step.joinCount${wait.rest === "cancel" ? "Cancel" : "GoOn"}`, { count: wait.count })];
};

const timer: Told<"timer"> = (sayings, { wait }) => [
  wait.until === "span"
    ? sayings.say("sentences.step.waitSpan", { time: spanWords(sayings, wait.span) })
    : sayings.say("sentences.step.waitField", { field: fieldLabel(sayings, wait.path) }),
];

const message: Told<"message"> = (sayings, { message: name, key, giveUpAfter }) => [
  key === undefined
    ? sayings.say("sentences.step.message", { message: name })
    : sayings.say("sentences.step.messageKey", { message: name, key }),
  ...(giveUpAfter ? [sayings.say("sentences.step.giveUpAfter", { time: spanWords(sayings, giveUpAfter) })] : []),
];

const race: Told<"race"> = (sayings, { runners }) => {
  const told = runners.map(({ key, name, on }) =>
    sayings.say(`sentences.step.runner.${on.kind}`, {
      name: textIn(sayings, name) || key,
      message: on.kind === "message" ? on.message : "",
      time: on.kind === "timer" ? spanWords(sayings, on.after) : "",
      condition: on.kind === "condition" ? conditionSentence(sayings, on.condition) : "",
    }),
  );
  return [sayings.say("sentences.step.race", { runners: joined(sayings, told, "or") })];
};

const action: Told<"action"> = (sayings, node) => {
  const { say, catalogue } = sayings;
  const kept = Object.entries(node.outputs).map(([variable, output]) =>
    say("sentences.step.output", { output, variable }),
  );
  return [
    say("sentences.step.action", { action: blockWords(sayings, node) }),
    ...(kept.length > 0 ? [say("sentences.step.keeps", { outputs: joined(sayings, kept) })] : []),
    ...(node.await ? [] : [say("sentences.step.notAwaited")]),
    ...(node.onUnknown ? [say(`sentences.step.onUnknown.${node.onUnknown}`)] : []),
    ...(node.retries === 5 ? [] : [say("sentences.step.retries", { count: node.retries })]),
    ...(node.compensateWith === undefined
      ? []
      : [say("sentences.step.compensateWith", { block: labelOf(sayings, catalogue.blocks, node.compensateWith) })]),
  ];
};

/** The variables that go one way between a process and its child: with the name there, where that is another. */
const passed = (
  sayings: Sayings,
  way: "handOver" | "bringBack",
  pairs: readonly (readonly [there: string, here: string])[],
): string[] => {
  const { say } = sayings;
  const variables = pairs.map(([there, here]) =>
    there === here ? here : say("sentences.step.otherName", { variable: here, other: there }),
  );
  return variables.length === 0 ? [] : [say(`sentences.step.${way}`, { variables: joined(sayings, variables) })];
};

const subprocess: Told<"subprocess"> = (sayings, node) => {
  const { say, catalogue } = sayings;
  const process = labelOf(sayings, catalogue.processes, node.process);
  return [
    node.version === "latest"
      ? say("sentences.step.subprocess", { process })
      : say("sentences.step.subprocessVersion", { process, version: node.version }),
    ...(node.each === undefined
      ? []
      : [say(`sentences.step.each${node.run === "serial" ? "Serial" : "Parallel"}`, { each: node.each })]),
    ...(node.more === undefined ? [] : [say("sentences.step.more", { message: node.more })]),
    ...(node.wait ? [] : [say("sentences.step.notWaited")]),
    ...passed(sayings, "handOver", Object.entries(node.handOver)),
    ...passed(
      sayings,
      "bringBack",
      Object.entries(node.bringBack).map(([here, there]) => [there, here]),
    ),
    ...(node.outcomesTo === undefined ? [] : [say("sentences.step.outcomesTo", { variable: node.outcomesTo })]),
  ];
};

const endModes = { normal: "endNormal", terminate: "endTerminate", error: "endError" } as const;

/** How every kind tells what it does. A kind without a sentence does not compile. */
export const kindSentences: { readonly [K in NodeKind]: Told<K> } = {
  start,
  stage,
  task: taskSentences,
  approval: approvalSentences,
  cc: (sayings, { who }) => [sayings.say("sentences.step.cc", { who: peopleWords(sayings, who) })],
  guard,
  branch: (sayings, { table }) => [...tableSentences(sayings, table), sayings.say("sentences.step.branch")],
  parallel: ({ say }, { run }) => [say(`sentences.step.${run}`)],
  join,
  timer,
  message,
  race,
  action,
  assign: (sayings, { who, strategy }) => [
    capital(
      sayings.say(`sentences.step.${strategy === "leastBusy" ? "assignLeastBusy" : "assignRoundRobin"}`, {
        who: peopleWords(sayings, who),
      }),
    ),
  ],
  subprocess,
  end: ({ say }, { mode, outcome }) => [
    say(`sentences.step.${endModes[mode]}`),
    ...(outcome === undefined ? [] : [say("sentences.step.endOutcome", { outcome })]),
  ],
};
