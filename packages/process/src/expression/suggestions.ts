import type { RecordSchema } from "@sluice/domain";
import type { ExpressionScope } from "./expressionScope.ts";
import {
  CALLS,
  FLAGS,
  OF_ACTOR,
  OF_CASE,
  OF_LISTS,
  OF_OPTIONAL,
  OF_TEXTS,
  OPERATORS,
  word,
  type Suggestion,
} from "./suggestedWords.ts";
import { isClosed, tokensOf } from "./tokens.ts";
import { chainEndingAt, comparedAt, endsOperand, type TypedChain } from "./typedChain.ts";
import { KEPT_FIELDS, schemaBehind } from "./typedEnvironment.ts";

export interface Suggestions {
  /** What a chosen suggestion takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Suggestion[];
}

/** More are never offered: whoever wants the others goes on typing. */
const MOST_OFFERED = 100;

const TEXTS: ReadonlySet<string> = new Set(["text", "longText", "choice", "date", "instant", "person", "record"]);
const LISTS: ReadonlySet<string> = new Set(["multiChoice", "lines", "list"]);
const membersOf = (type: string): readonly Suggestion[] =>
  TEXTS.has(type) ? OF_TEXTS : LISTS.has(type) ? OF_LISTS : [];

const fieldsOf = (schema: RecordSchema, before: string): Suggestion[] =>
  Object.entries(schema.fields).map(([key, { label, type, refersTo }]) => ({
    is: "field",
    text: before + key,
    label,
    type: refersTo === "person" ? "person" : type,
  }));

const keptBesides = ({ fields }: RecordSchema): readonly Suggestion[] =>
  [...KEPT_FIELDS].filter((key) => !Object.hasOwn(fields, key)).map((key) => word(key));

const variablesIn = ({ variables }: ExpressionScope, before: string): readonly Suggestion[] =>
  [...variables].map(([key, { name, type }]) => ({ is: "variable", text: before + key, label: name, type }));

/** What hangs under a chain. */
const under = (
  { members: [root = "", ...path], isOptional }: TypedChain,
  scope: ExpressionScope,
): readonly Suggestion[] => {
  if (root === "case" && path.length === 0) return OF_CASE;
  if (root === "actor" && path.length === 0) return OF_ACTOR;
  if (root === "vars")
    return path.length === 0
      ? variablesIn(scope, "")
      : path.length === 1
        ? membersOf(scope.variables.get(path[0] ?? "")?.type ?? "")
        : [];
  if (root !== "record" || scope.recordType === null) return [];
  const behind = schemaBehind(scope.schemas, scope.recordType, path);
  const own = isOptional ? OF_OPTIONAL : [];
  if (behind.schema) return [...fieldsOf(behind.schema, ""), ...keptBesides(behind.schema), ...own];
  return behind.field && !isOptional ? membersOf(behind.field.type) : own;
};

/** The values that what is compared with can have: of a choice its choices, of a yes/no both. */
const valuesOf = (chain: TypedChain | null, scope: ExpressionScope): readonly Suggestion[] => {
  const [root, ...path] = chain?.members ?? [];
  if (root === "vars") return scope.variables.get(path[0] ?? "")?.type === "boolean" ? FLAGS : [];
  if (root !== "record" || scope.recordType === null) return [];
  const { field } = schemaBehind(scope.schemas, scope.recordType, path);
  if (field?.type === "boolean") return FLAGS;
  return (field?.choices ?? [])
    .filter(({ archived }) => archived !== true)
    .map(({ key, label }) => ({ is: "choice", text: JSON.stringify(key), label, type: null }));
};

const startOf = (scope: ExpressionScope): readonly Suggestion[] => {
  const schema = scope.recordType === null ? undefined : scope.schemas[scope.recordType];
  return [
    ...(schema ? fieldsOf(schema, "record.") : []),
    ...variablesIn(scope, "vars."),
    ...["record", "vars", "case", "actor"].map((root) => word(root)),
    ...(scope.watched ? [] : [word("now", "instant")]),
    ...CALLS,
    ...FLAGS,
  ];
};

const fits = ({ text, label }: Suggestion, typed: string): number => {
  const wanted = typed.toLowerCase();
  const names = [text.replace(/^(?:record\.|vars\.|")/u, ""), text, label?.en ?? "", label?.zh ?? ""].map((name) =>
    name.toLowerCase(),
  );
  return names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(wanted)) ? 1 : 2;
};

const offered = (all: readonly Suggestion[], typed: string): readonly Suggestion[] =>
  all
    .map((option) => ({ option, rank: fits(option, typed) }))
    .filter(({ rank }) => rank < 2)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, MOST_OFFERED)
    .map(({ option }) => option);

/**
 * What may be written at the cursor: fields of the record and behind its references, variables, the values of a choice, what the
 * language knows; found by their key and by their name in either language. Only what the place allows. Pure; never throws.
 */
export const suggestionsFor = (text: string, cursor: number, scope: ExpressionScope): Suggestions => {
  const all = tokensOf(text);
  const inside = all.findIndex(({ from, to, is }) => from < cursor && cursor <= to && (is === "text" || is === "name"));
  const typed = all[inside];
  if (typed?.is === "text") {
    const isWithin = cursor < typed.to || !isClosed(typed);
    const options = isWithin ? valuesOf(comparedAt(all, inside - 1), scope) : [];
    return { from: typed.from, to: typed.to, options: offered(options, text.slice(typed.from + 1, cursor)) };
  }
  const from = typed?.from ?? cursor;
  const part = text.slice(from, cursor);
  const before = all.filter(({ to }) => to <= from);
  const last = before.at(-1);
  const answer = (options: readonly Suggestion[]): Suggestions => ({
    from,
    to: typed?.to ?? cursor,
    options: offered(options, part),
  });
  if (last?.text === "." || last?.text === ".?") {
    const chain = chainEndingAt(before, before.length - 2);
    return answer(chain ? under(last.text === ".?" ? { ...chain, isOptional: false } : chain, scope) : []);
  }
  if (typed === undefined && all.some((token) => token.is === "number" && token.from < cursor && cursor <= token.to))
    return answer([]);
  if (endsOperand(last)) return answer(OPERATORS);
  const values = valuesOf(comparedAt(before, before.length - 1), scope);
  return answer(values.length > 0 && part === "" ? values : [...values, ...startOf(scope)]);
};
