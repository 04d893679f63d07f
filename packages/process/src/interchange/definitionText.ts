import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Json } from "../kernel/json.ts";

/** What comes first wherever it stands; all else follows by its name. */
const FIRST = ["format", "key", "id", "kind", "name", "stage", "from", "to", "on", "must"] as const;

const rankOf = (key: string): number => {
  const at = (FIRST as readonly string[]).indexOf(key);
  return at === -1 ? FIRST.length : at;
};

const inOrder = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((it) => inOrder(it as Json));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(
    ([one], [other]) => rankOf(one) - rankOf(other) || (one < other ? -1 : one > other ? 1 : 0),
  );
  return Object.fromEntries(sorted.map(([key, inner]) => [key, inOrder(inner)]));
};

/**
 * A definition as JSON for version control: the same text for the same definition, whatever order its keys are kept in, one
 * setting a line, so that what differs between two commits is what somebody changed.
 */
export const definitionText = (definition: ProcessDefinition): string =>
  `${JSON.stringify(inOrder(definition as unknown as Json), null, 2)}\n`;
