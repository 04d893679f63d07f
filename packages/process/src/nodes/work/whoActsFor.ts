import type { FoundPerson } from "../../kernel/fact.ts";
import type { Step } from "../../kernel/step.ts";

/** Who would do this person's work now: they themselves, or who stands in while they are away; null when nobody can. */
export const whoActsFor = (step: Step, personId: string): FoundPerson | null => {
  const [found] = step.look([
    { fact: "people", rules: [{ by: "person", personIds: [personId] }], previous: [], picked: [] },
  ]);
  return (
    (found as unknown as readonly FoundPerson[]).find(
      (person) => person.personId === personId || person.standsFor === personId,
    ) ?? null
  );
};
