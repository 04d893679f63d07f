import { catalogue, problem, type Problem, type ProblemCode } from "@sluice/problems";
import type { StoryGiven } from "../definition/story.ts";
import { officeCalendar } from "../simulate/calendar.ts";
import type { SimulatedPerson, SimulatedWorld } from "../simulate/world.ts";

/** Whether the catalogue has a problem of this name. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code);

/** What the record of a story is called where the story does not say. */
const RECORD_ID = "record";

type StoryRules = NonNullable<StoryGiven["rules"]>;

/** Why rules of the trade do not hold, as problems. A code that nobody knows stands for a rule that does not apply. */
export const problemsOfRules = (rules: StoryRules): { readonly [rule: string]: readonly Problem[] } =>
  Object.fromEntries(
    Object.entries(rules).map(([rule, reasons]) => [
      rule,
      reasons.map(({ code, values = {} }) =>
        problem(isProblemCode(code) ? code : "EVENT_NOT_APPLICABLE", values as Problem["values"]),
      ),
    ]),
  );

/** What real people of a story are called: a story keeps only their ids. */
export type RealNames = ReadonlyMap<string, string>;

/** The world that a story begins in. Whatever sub-process it asks for is published. */
export const worldOf = (
  { people, heads, record, ownerId, rules = {}, calendar }: StoryGiven,
  names: RealNames = new Map(),
): SimulatedWorld => ({
  people: people.map((person) => {
    const name = person.name ?? names.get(person.id);
    return { ...person, ...(name === undefined ? {} : { name }) } as SimulatedPerson;
  }),
  ...(heads ? { departmentHeads: heads } : {}),
  record: { id: RECORD_ID, ...record },
  ...(ownerId === undefined ? {} : { ownerId }),
  rules: problemsOfRules(rules),
  processes: "any",
  calendar: calendar ?? officeCalendar,
});
