import { Refusal, type Clearer, type Problem } from "@sluice/problems";
import type { House } from "../house.ts";

/** Puts names to the people who can clear problems: the kernel knows them by their ids only. */
export const nameClearers = async (house: House, problems: readonly Problem[]): Promise<readonly Problem[]> => {
  const ids = problems.flatMap((it) =>
    it.whoCanClear.flatMap((who) => ("personId" in who && who.name === "" ? [who.personId] : [])),
  );
  if (ids.length === 0) return problems;
  const { rows } = await house.pool.query<{ id: string; name: string }>(
    "SELECT id, name FROM person WHERE id = ANY ($1::uuid[])",
    [ids],
  );
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const named = (who: Clearer): Clearer =>
    "personId" in who ? { ...who, name: who.name === "" ? (names.get(who.personId) ?? "") : who.name } : who;
  return problems.map((it) => ({ ...it, whoCanClear: it.whoCanClear.map(named) }));
};

/** The same refusal, for people. */
export const withNames = async (house: House, refusal: Refusal): Promise<Refusal> => {
  const problems = await nameClearers(house, refusal.problems);
  return problems === refusal.problems ? refusal : new Refusal(problems);
};
