import type { FoundPerson } from "../../kernel/fact.ts";
import type { Step } from "../../kernel/step.ts";

/** Whether a person can be given work now. */
export const isActive = (step: Step, personId: string): boolean => {
  const [found] = step.look([
    { fact: "people", rules: [{ by: "person", personIds: [personId] }], previous: [], picked: [] },
  ]);
  return (found as unknown as readonly FoundPerson[]).some(
    (person) => person.personId === personId || person.standsFor === personId,
  );
};
