import type { Happening } from "../kernel/event.ts";

type Raw = Readonly<Record<string, unknown>>;

/** The format of the events written today; those without one are of the first. */
export const EVENT_FORMAT = 2;

/** Nothing but words and fields came with what people did. */
const toFormat2 = (older: Raw): Raw =>
  older["type"] === "task" ? { ...older, attachments: [], signature: null } : older;

const upgrades: readonly ((older: Raw) => Raw)[] = [toFormat2];

/** What is kept of a happening: itself, and the format it is written in. */
export const storedEvent = (happening: Happening): Raw => ({ ...happening, format: EVENT_FORMAT });

/** A stored happening as the kernel takes it today, whatever version stored it. Throws for one of a newer version. */
export const upgradeEvent = (stored: unknown): Happening => {
  const { format = 1, ...happening } = stored as Raw & { readonly format?: number };
  if (format > EVENT_FORMAT) throw new Error(`an event of format ${format}; this version reads ${EVENT_FORMAT}`);
  return upgrades
    .slice(format - 1)
    .reduce((older, upgrade) => upgrade(older), happening as Raw) as unknown as Happening;
};
