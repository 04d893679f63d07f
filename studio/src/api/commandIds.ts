/**
 * Sole owner of the ids of commands that have not been answered yet.
 *
 * One intention has one id: the same path with the same input gets the same id again, also after a reload of the page, until
 * the server has answered. So a repeat after a lost answer is answered with the first outcome, and nothing happens twice.
 */
const storageKey = "sluice.unanswered";

export interface Unanswered {
  readonly commandId: string;
  readonly path: string;
  readonly input: unknown;
}

const read = (): Unanswered[] => {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey) ?? "[]") as Unanswered[];
  } catch {
    return [];
  }
};
const write = (all: readonly Unanswered[]): void => sessionStorage.setItem(storageKey, JSON.stringify(all));
const sameIntention = (path: string, input: unknown) => (it: Unanswered) =>
  it.path === path && JSON.stringify(it.input) === JSON.stringify(input);

/** The id of this intention: the kept one while it is unanswered, else a new one, kept from now on. */
export const commandIdOf = (path: string, input: unknown): string => {
  const all = read();
  const kept = all.find(sameIntention(path, input));
  if (kept !== undefined) return kept.commandId;
  const commandId = crypto.randomUUID();
  write([...all, { commandId, path, input }]);
  return commandId;
};

/** The intention has been answered, accepted or refused: the next one like it is a new one. */
export const forgetCommand = (commandId: string): void => write(read().filter((it) => it.commandId !== commandId));

/** What was sent before a reload and never answered. */
export const unansweredCommands = (): readonly Unanswered[] => read();
