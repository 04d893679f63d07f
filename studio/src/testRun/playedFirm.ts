import type { StoryGiven, StoryPerson } from "@sluice/process";
import type { Named } from "../canvas/sayings/catalogue.ts";

/** A real person, as the server tells of them. */
export interface RealPerson {
  readonly id: string;
  readonly roles: readonly string[];
  readonly departmentId: string | null;
  readonly managerId: string | null;
  readonly deputyId: string | null;
}

type Firm = Pick<StoryGiven, "people" | "heads" | "by" | "ownerId">;

const DEPARTMENT = "firm";
const MANAGER = "manager";
const HEAD = "head";

const wordsOf = ({ key, label }: Named) => (typeof label === "string" ? { en: label || key, zh: label || key } : label);

/** Whoever begins most cases: the rep where there is one. */
const beginner = (people: readonly StoryPerson[]): string =>
  (people.find(({ roles }) => roles.includes("rep")) ?? people[0])?.id ?? MANAGER;

/** A small firm to play in: one person for each role, all with the same manager, and a head of department above. */
export const playedFirm = (roles: readonly Named[], most: number): Firm => {
  const people: StoryPerson[] = [
    ...roles.slice(0, most - 2).map((role) => ({
      id: role.key,
      name: wordsOf(role),
      roles: [role.key],
      department: DEPARTMENT,
      managerId: MANAGER,
    })),
    { id: MANAGER, name: { en: "Manager", zh: "经理" }, roles: [], department: DEPARTMENT, managerId: HEAD },
    { id: HEAD, name: { en: "Head of department", zh: "部门负责人" }, roles: [], department: DEPARTMENT },
  ];
  const by = beginner(people);
  return { people, heads: { [DEPARTMENT]: HEAD }, by, ownerId: by };
};

/** The head of each department, as far as it can be told: who in it reports to somebody outside of it, or to nobody. */
const headsOf = (people: readonly RealPerson[]): Record<string, string> =>
  Object.fromEntries(
    people.flatMap(({ id, departmentId, managerId }) => {
      const above = people.find((person) => person.id === managerId);
      return departmentId === null || above?.departmentId === departmentId ? [] : [[departmentId, id] as const];
    }),
  );

/** The real firm to play in: people by their ids, their names are looked up where they are shown. */
export const realFirm = (all: readonly RealPerson[], most: number): Firm => {
  const taken = all.slice(0, most);
  const isThere = (id: string | null): id is string => id !== null && taken.some((person) => person.id === id);
  const people = taken.map(({ id, roles, departmentId, managerId, deputyId }): StoryPerson => ({
    id,
    roles: [...roles],
    ...(departmentId === null ? {} : { department: departmentId }),
    ...(isThere(managerId) ? { managerId } : {}),
    ...(isThere(deputyId) ? { deputyId } : {}),
  }));
  const by = beginner(people);
  return { people, heads: headsOf(taken), by, ownerId: by };
};
