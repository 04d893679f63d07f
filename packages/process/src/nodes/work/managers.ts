import type { Step } from "../../kernel/step.ts";

/** The managers of these people at a level, each once; people without one are left out. */
export const managersOf = (step: Step, people: readonly string[], level: number): readonly string[] => {
  const found = step.look(people.map((personId) => ({ fact: "managerOf", personId, level })));
  return [...new Set(found.filter((person): person is string => typeof person === "string"))];
};
