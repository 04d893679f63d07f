import { fieldLabel, type Sayings } from "../../sayings/sayings.ts";

/** What people call a value that is put into a text: a field by its label, a fact of the case by its name. */
export const pieceLabel = (sayings: Sayings, path: string): string => {
  const key = `template.of.${path}`;
  return sayings.has(key) ? sayings.say(key) : fieldLabel(sayings, path);
};
