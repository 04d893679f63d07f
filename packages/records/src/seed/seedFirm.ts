import type { House } from "../house.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { demoCalendar } from "./demoCalendar.ts";
import { demoDepartments, demoPeople } from "./demoPeople.ts";
import { seedId } from "./seedId.ts";

const pathOf = (id: string): string[] => {
  const department = demoDepartments.find((it) => it.id === id);
  return department === undefined ? [] : [...(department.parentId === null ? [] : pathOf(department.parentId)), id];
};

/** The firm stood before anything that is told of it. */
const FOUNDED_AT = "2020-01-01T00:00:00.000Z";
const founded = { created_at: FOUNDED_AT, updated_at: FOUNDED_AT };

/** Founds the demo firm: departments, people and the working calendar. What is there already stays as it is. */
export const seedFirm = (house: House): Promise<void> =>
  runTransaction(house, async ({ db }) => {
    await db
      .insertInto("department")
      .values(
        demoDepartments.map(({ id, name, parentId, headId }) => ({
          id,
          name: JSON.stringify(name),
          parent_id: parentId,
          head_id: headId,
          path: pathOf(id),
          ...founded,
        })),
      )
      .onConflict((it) => it.doNothing())
      .execute();
    await db
      .insertInto("person")
      .values(
        demoPeople.map(({ id, name, email, roles: theirs, post, departmentId, managerId, language }) => ({
          id,
          name,
          email,
          roles: [...theirs],
          post,
          department_id: departmentId,
          manager_id: managerId,
          language,
          ...founded,
        })),
      )
      .onConflict((it) => it.doNothing())
      .execute();
    await db
      .insertInto("calendar")
      .values({ id: seedId("calendar"), settings: JSON.stringify(demoCalendar), updated_at: FOUNDED_AT })
      .onConflict((it) => it.doNothing())
      .execute();
  });
