import { catalogue, type ProblemCode } from "./catalogue.ts";
import { fillTemplate } from "./fillTemplate.ts";
import { inputReasonIn } from "./inputReasons.ts";
import type { Language, LocalText } from "./localText.ts";
import { reasonIn } from "./machineReasons.ts";
import type { ProblemValue } from "./problemValue.ts";

/** Who can clear a problem: a named person, or everybody in a role. */
export type Clearer = { readonly personId: string; readonly name: string } | { readonly role: string };

/**
 * One reason why something was refused.
 *
 * `values` are what the rule saw (masked for the reader at the border). `sentence` is the rule in the words of whoever drew
 * it, per language; it stands in front of the catalogue's message. `start` names a process that would clear the problem.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
  readonly rule?: string;
  readonly sentence?: LocalText;
  readonly whoCanClear: readonly Clearer[];
  readonly nextPossibleAt?: string;
  readonly start?: string;
}

type ProblemExtras = Partial<Omit<Problem, "code" | "values">>;

/** Builds a problem; nobody in particular can clear it unless `extras` says so. */
export const problem = (code: ProblemCode, values: Problem["values"] = {}, extras: ProblemExtras = {}): Problem => ({
  code,
  values,
  whoCanClear: [],
  ...extras,
});

const SAID_BY_A_MACHINE: ReadonlySet<ProblemCode> = new Set([
  "EFFECT_FAILED",
  "EFFECT_OUTCOME_UNKNOWN",
  "GUARD_BROKEN",
]);

const readableValues = ({ code, values }: Problem, language: Language): Problem["values"] => {
  const { reason } = values;
  if (code === "INPUT_INVALID" && typeof reason === "string")
    return { ...values, reason: inputReasonIn(reason, values, language) };
  return SAID_BY_A_MACHINE.has(code) && typeof reason === "string"
    ? { ...values, reason: reasonIn(reason, language) }
    : values;
};

/** The sentence a person reads: the rule's own words where it has some, else the catalogue's, with the values filled in. */
export const messageOf = (it: Problem, language: Language): string =>
  it.sentence?.[language] || fillTemplate(catalogue[it.code][language], readableValues(it, language));

/** The HTTP status of the catalogue. */
export const statusOf = (it: Problem): number => catalogue[it.code].status;
