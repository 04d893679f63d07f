import { processDefinitionSchema, type ProcessDefinition } from "./processDefinition.ts";
import { upgrades } from "./upgrades.ts";

type Raw = Readonly<Record<string, unknown>>;

/** The same definition in the format of today. `format` is the one it was written in, not newer than today's. */
export const upgradedFrom = (format: number, raw: Raw): Raw =>
  upgrades.slice(format - 1).reduce((older, upgrade) => upgrade(older), raw);

/** A definition that was whole when it was stored, by whatever version; throws for what never was one, or is of a newer version. */
export const storedDefinition = (stored: unknown): ProcessDefinition => {
  const { format } = stored as { readonly format: number };
  return processDefinitionSchema.parse(upgradedFrom(format, stored as Raw));
};
