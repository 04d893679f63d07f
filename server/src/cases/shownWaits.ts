import { fillTemplate, type Language } from "@sluice/problems";
import type { CaseState, ProcessDefinition, Wait } from "@sluice/process";
import type { Named } from "../people/namesOf.ts";
import { textIn } from "../shape/textIn.ts";
import type { CaseView } from "./caseShapes.ts";
import { waitTexts } from "./caseWords.ts";

interface Parts {
  readonly definition: ProcessDefinition;
  readonly language: Language;
  readonly nameOf: (id: string | null) => Named | null;
  readonly dueOf: (node: string) => string | null;
}

type Waits = CaseState["waits"];

/** The alarm for the next try of an effect that failed. */
const isNextTry = (wait: Wait, waits: Waits): boolean =>
  wait.kind === "timer" && waits.some((other) => other.kind === "effect" && other.id === wait.slot);

const hasNextTry = (wait: Wait, waits: Waits): boolean =>
  wait.kind === "effect" && waits.some((other) => other.kind === "timer" && other.slot === wait.id);

/**
 * A rung of a ladder or a move's trigger is time or a condition beside the work itself, and is not what a person calls waiting.
 * An effect that is to be tried again waits for its next try.
 */
const isWork = (wait: Wait, waits: Waits): boolean =>
  wait.token !== null &&
  !hasNextTry(wait, waits) &&
  (wait.slot === "" || wait.kind !== "timer" || isNextTry(wait, waits));

/** A wait that an incident holds is not going to come true by itself. */
const phraseOf = (wait: Wait, { waits, incidents }: CaseState): string => {
  if (incidents.some((incident) => incident.wait === wait.id)) return "broken";
  return isNextTry(wait, waits) ? "nextTry" : wait.kind;
};

/** What a guard holds until, in the words of whoever drew it. */
const sentenceOf = (definition: ProcessDefinition, wait: Wait, language: Language): string | null => {
  const node = definition.nodes.find((it) => it.id === wait.node);
  return (node?.kind === "guard" && wait.kind === "condition" && textIn(node.guard.sentence, language)) || null;
};

/** What a case waits for now, one line each, in words. */
export const shownWaits = (state: CaseState, { definition, language, nameOf, dueOf }: Parts): CaseView["waits"] =>
  state.waits
    .filter((wait) => isWork(wait, state.waits))
    .map((wait) => {
      const node = definition.nodes.find((it) => it.id === wait.node);
      const dueAt = wait.kind === "timer" ? wait.dueAt : dueOf(wait.node);
      const phrase = phraseOf(wait, state);
      const sentence = sentenceOf(definition, wait, language);
      const text =
        waitTexts[phrase === "condition" && sentence !== null ? "sentence" : phrase]?.[language] ?? wait.kind;
      return {
        node: wait.node,
        kind: wait.kind,
        dueAt,
        text: fillTemplate(text, {
          node: textIn(node !== undefined && "name" in node ? node.name : null, language, wait.node),
          people: wait.kind === "task" ? wait.people.map((id) => nameOf(id)?.name ?? "–") : null,
          message: wait.kind === "message" ? wait.message : null,
          sentence,
        }),
      };
    });
