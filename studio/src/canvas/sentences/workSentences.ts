import type { NodeOf, OnEmpty, Rung, Sla } from "@sluice/process";
import { fieldLabel, type Sayings, textIn } from "../sayings/sayings.ts";
import { formSentences } from "./formSentences.ts";
import { capital, joined } from "./joined.ts";
import { peopleWords } from "./peopleWords.ts";
import { spanWords } from "./spanWords.ts";

const onEmptySentence = (sayings: Sayings, onEmpty: OnEmpty): string =>
  sayings.say(`sentences.work.onEmpty.${onEmpty.do}`, {
    who: onEmpty.do === "people" ? peopleWords(sayings, [{ by: "person", personIds: onEmpty.personIds }]) : "",
  });

const rungWords = (sayings: Sayings, { action }: Rung): string =>
  sayings.say(`sentences.work.rung.${action.do}`, {
    level: action.do === "manager" ? action.level : "",
    who: action.do === "addSigner" ? peopleWords(sayings, action.who) : "",
  });

const lateSentences = (sayings: Sayings, sla: Sla | undefined): string[] =>
  (sla?.ladder ?? []).map((rung) =>
    sayings.say("sentences.work.late", { time: spanWords(sayings, rung.after), act: rungWords(sayings, rung) }),
  );

/** A task: who does it and by when, what is filled in, what it may come to, and what happens when it is late. */
export const taskSentences = (sayings: Sayings, node: NodeOf<"task">): string[] => {
  const { say } = sayings;
  const who = capital(peopleWords(sayings, node.who, "or"));
  return [
    node.sla
      ? say("sentences.work.doneDue", { who, time: spanWords(sayings, node.sla.due) })
      : say("sentences.work.done", { who }),
    ...formSentences(sayings, node.form),
    ...(node.comment === "required" ? [say("sentences.work.comment")] : []),
    ...(node.outcomes.length > 0
      ? [
          say("sentences.work.outcomes", {
            outcomes: joined(
              sayings,
              node.outcomes.map(({ name, key }) => say("sentences.named", { name: textIn(sayings, name) || key })),
              "or",
            ),
          }),
        ]
      : []),
    onEmptySentence(sayings, node.onEmpty),
    ...lateSentences(sayings, node.sla),
    ...(node.holdsRecord ? [say("sentences.work.holdsRecord")] : []),
  ];
};

const modeSentence = (sayings: Sayings, { mode, who: rules }: NodeOf<"approval">): string => {
  const isOneOf = mode.by === "any";
  const who = capital(peopleWords(sayings, rules, isOneOf ? "or" : "and"));
  const tell = (key: string, values = {}) => sayings.say(`sentences.work.${key}`, { who, ...values });
  switch (mode.by) {
    case "any":
      return tell(mode.rejectNeedsAll ? "anyRejectNeedsAll" : "any");
    case "quorum":
      if (mode.count !== undefined) return tell("quorumCount", { count: mode.count });
      return mode.share === undefined ? tell("quorum") : tell("quorumShare", { share: mode.share });
    case "weighted":
      return tell("weighted", { share: mode.share });
    default:
      return tell(mode.by);
  }
};

const verdicts = ["approve", "reject", "sendBack"] as const;

/** An approval: who, how votes count, by when; what must come with a verdict; sending back, withdrawing, locking. */
export const approvalSentences = (sayings: Sayings, node: NodeOf<"approval">): string[] => {
  const { say } = sayings;
  const fields = (paths: readonly string[]) =>
    joined(
      sayings,
      paths.map((path) => fieldLabel(sayings, path)),
    );
  const needs = (key: string, isNeeded: (verdict: (typeof verdicts)[number]) => boolean): string[] => {
    const needed = verdicts
      .filter((verdict) => isNeeded(verdict) && (verdict !== "sendBack" || node.sendBack !== undefined))
      .map((verdict) => say(`sentences.work.verdict.${verdict}`));
    return needed.length === 0 ? [] : [say(`sentences.work.${key}`, { verdicts: joined(sayings, needed, "or") })];
  };
  const back = node.sendBack;
  return [
    modeSentence(sayings, node),
    ...(node.sla ? [say("sentences.work.due", { time: spanWords(sayings, node.sla.due) })] : []),
    onEmptySentence(sayings, node.onEmpty),
    say(node.noSelfEver ? "sentences.work.noSelfEver" : `sentences.work.onSelf.${node.onSelf}`),
    ...(node.dedup === "none" ? [] : [say(`sentences.work.dedup.${node.dedup}`)]),
    ...(node.watchedFields.length > 0
      ? [capital(say("sentences.work.watched", { fields: fields(node.watchedFields) }))]
      : []),
    ...formSentences(sayings, node.form),
    ...needs("commentWhen", (verdict) => node.comment[verdict] === "required"),
    ...needs("attachmentWhen", (verdict) => node.attachment[verdict]),
    ...needs("signatureWhen", (verdict) => node.signature[verdict]),
    ...(back
      ? [
          say("sentences.work.rounds", {
            back: say(`sentences.work.sendBack.${back.to}`),
            resumes: say(`sentences.work.resumes.${back.then}`),
            count: back.maxRounds,
          }),
          ...(back.people === "sameAsLastRound" ? [say("sentences.work.sameAsLastRound")] : []),
        ]
      : []),
    say(`sentences.work.withdraw.${node.withdraw}`),
    ...(node.lockRecord
      ? [
          node.lockExcept.length === 0
            ? say("sentences.work.lockRecord")
            : say("sentences.work.lockExcept", { fields: fields(node.lockExcept) }),
        ]
      : []),
    ...lateSentences(sayings, node.sla),
    ...(node.holdsRecord ? [say("sentences.work.holdsRecord")] : []),
  ];
};
