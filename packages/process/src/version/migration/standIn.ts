import type { Json } from "../../kernel/json.ts";
import type { CaseState } from "../../kernel/state.ts";
import { INITIATOR, NOW, SOMEBODY } from "../../verify/answers.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** People by their part in the case only, each still told from the others. */
const standInsFor = (state: CaseState): ReadonlyMap<string, string> => {
  const ids = new Set<string>();
  const note = (value: Json, key: string): void => {
    if (typeof value === "string" && (key === "personId" || key === "standsFor")) ids.add(value);
    else if (Array.isArray(value) && ["people", "offeredTo", "by", "asked"].includes(key))
      for (const id of value as readonly string[]) ids.add(id);
    else if (Array.isArray(value)) for (const item of value as readonly Json[]) note(item, "");
    else if (typeof value === "object" && value !== null)
      for (const [name, item] of Object.entries(value)) note(item as Json, name);
  };
  for (const part of [state.waits, state.tokens, state.trail]) note(part as unknown as Json, "");
  const others = [...ids].filter((id) => id !== state.initiatorId);
  const named = others.map((id, index) => [id, index === 0 ? SOMEBODY : `${SOMEBODY}${index + 1}`] as const);
  return new Map([...named, ...(state.initiatorId === null ? [] : [[state.initiatorId, INITIATOR] as const])]);
};

/** Ids of the case's own making, by their order. */
const idsOf = (state: CaseState): ReadonlyMap<string, string> => {
  const ofRounds =
    JSON.stringify(state.tokens)
      .match(/"p?\d+\.\d+"/g)
      ?.map((id) => JSON.parse(id) as string) ?? [];
  const own = [...state.tokens, ...state.scopes, ...state.waits].map(({ id }) => id);
  const effects = state.compensable.map(({ effect }) => effect);
  return new Map(
    [...own, ...ofRounds, ...effects]
      .filter((id) => /^[a-z]?\d+\.\d+$/.test(id))
      .map((id, index) => [id, `${/^[a-z]/.exec(id)?.[0] ?? ""}§${index}`]),
  );
};

/**
 * The case that stands for all that stand alike: whoever is asked and whenever it was does not matter to where it can go. One
 * that is suspended is looked at as resumed, and incidents as settled.
 */
export const standInFor = (state: CaseState): CaseState => {
  const [people, ids] = [standInsFor(state), idsOf(state)];
  const replaced = (value: Json): Json => {
    if (typeof value === "string") return INSTANT.test(value) ? NOW : (ids.get(value) ?? people.get(value) ?? value);
    if (Array.isArray(value)) return (value as readonly Json[]).map(replaced);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, key === "watched" ? {} : replaced(item as Json)]),
    );
  };
  const { variables, ...rest } = { ...state, status: "running", suspendedAt: null, incidents: [] };
  return { ...(replaced(rest as unknown as Json) as unknown as CaseState), variables };
};
