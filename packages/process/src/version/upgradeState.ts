import { STATE_FORMAT, type CaseState } from "../kernel/state.ts";

type Raw = Readonly<Record<string, unknown>>;

/** Joins left nothing running in a split that they had let through. */
const toFormat2 = (older: Raw): Raw => ({
  ...older,
  format: 2,
  scopes: (older["scopes"] as readonly Raw[]).map((scope) => ({ ...scope, fired: [] })),
});

const upgrades: readonly ((older: Raw) => Raw)[] = [toFormat2];

/**
 * A stored state in the format of today, whatever version stored it. The first entry upgrades format 1.
 *
 * Throws for a state of a newer version: the database has been moved on by a later release.
 */
export const upgradeState = (stored: unknown): CaseState => {
  const raw = stored as Raw & { readonly format: number };
  if (raw.format === STATE_FORMAT) return stored as CaseState;
  if (raw.format > STATE_FORMAT) throw new Error(`a state of format ${raw.format}; this version reads ${STATE_FORMAT}`);
  return upgrades.slice(raw.format - 1).reduce((older, upgrade) => upgrade(older), raw as Raw) as unknown as CaseState;
};
