import type { Node, NodeKind, NodeOf } from "@sluice/process";
import { labelOf, type Sayings } from "../sayings/sayings.ts";
import { capital, joined } from "./joined.ts";
import { kindSentences } from "./kindSentences.ts";
import { peopleWords } from "./peopleWords.ts";

/** What every step may have besides what its kind does: special rights, what happens on an error, a note. */
const commonSentences = (sayings: Sayings, node: Node): string[] => {
  const { say, catalogue } = sayings;
  const { permissions, note } = node;
  const onError = "onError" in node ? node.onError : undefined;
  const roles = permissions?.evidence?.map((role) => labelOf(sayings, catalogue.roles, role));
  return [
    ...(permissions?.intervene
      ? [say("sentences.step.intervene", { who: peopleWords(sayings, permissions.intervene) })]
      : []),
    ...(roles ? [capital(say("sentences.step.evidence", { roles: joined(sayings, roles) }))] : []),
    ...(onError === undefined
      ? []
      : onError.do === "follow" && onError.into !== undefined
        ? [say("sentences.step.onError.followInto", { variable: onError.into })]
        : [say(`sentences.step.onError.${onError.do}`)]),
    ...(note === undefined || note.trim() === "" ? [] : [say("sentences.step.note", { note: note.trim() })]),
  ];
};

const ofKind = <K extends NodeKind>(sayings: Sayings, kind: K, node: NodeOf<K>): string[] =>
  kindSentences[kind](sayings, node);

/** Everything that a node's settings say, each as one sentence in the reader's language. */
export const nodeSentences = (sayings: Sayings, node: Node): string[] => [
  ...ofKind(sayings, node.kind, node as never),
  ...commonSentences(sayings, node),
];
