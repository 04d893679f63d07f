import { Refusal } from "@sluice/problems";

/** The codes that a command is refused with; empty when it goes through. Anything but a refusal is thrown on. */
export const codesOf = async (command: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await command;
    return [];
  } catch (error) {
    if (error instanceof Refusal) return error.problems.map((it) => it.code);
    throw error;
  }
};
