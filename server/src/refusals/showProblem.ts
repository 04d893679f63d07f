import type { RecordSchema } from "@sluice/domain";
import { type Language, messageOf, type Problem, type ProblemValue } from "@sluice/problems";
import { inDrawnNames } from "./drawnNames.ts";
import type { FieldMask } from "./fieldMask.ts";
import type { ShownProblem } from "./shownProblem.ts";
import { wordsOf } from "./wordsOf.ts";

interface Names {
  readonly personName: (id: string) => string;
  readonly roleName: (key: string) => string;
}

interface ForReader extends Names {
  readonly language: Language;
  /** The type of the record that the problem is about, where that is known. */
  readonly schema?: RecordSchema | null;
  /** What its processes name, from English into the reader's language. */
  readonly drawn?: ReadonlyMap<string, string>;
  /** Null when nothing is known of the record the problem is about: then what rules saw is not shown at all. */
  readonly mask: FieldMask | null;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

const isObject = (value: ProblemValue | undefined): value is { readonly [key: string]: ProblemValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `saw` is where a guard keeps the fields it looked at, by path; everything else is the rule's own words. */
const maskedValues = (values: Problem["values"], mask: FieldMask | null): Problem["values"] => {
  const { saw, ...rest } = values;
  if (!isObject(saw)) return values;
  if (mask === null) return rest;
  return { ...rest, saw: Object.fromEntries(Object.entries(saw).map(([path, value]) => [path, mask(path, value)])) };
};

/** Puts a problem into its reader's language, names who can clear it, and masks what its rule saw. The rule's sentence stays. */
export const showProblem = (
  it: Problem,
  { language, mask, personName, roleName, schema = null, drawn = NO_NAMES }: ForReader,
): ShownProblem => {
  const values = maskedValues(it.values, mask);
  return {
    code: it.code,
    message: messageOf({ ...it, values: inDrawnNames(wordsOf(values, { language, schema }), drawn) }, language),
    values: { ...values },
    ...(it.rule === undefined ? {} : { rule: it.rule }),
    whoCanClear: it.whoCanClear.map((who) =>
      "role" in who
        ? { label: roleName(who.role), role: who.role }
        : { label: who.name || personName(who.personId), personId: who.personId },
    ),
    ...(it.nextPossibleAt === undefined ? {} : { nextPossibleAt: it.nextPossibleAt }),
    ...(it.start === undefined ? {} : { start: it.start }),
  };
};
