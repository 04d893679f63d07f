import { STORY_LIMITS } from "@sluice/process";
import { client } from "../api/client.ts";
import type { OutputOf } from "../api/surface.ts";
import type { RealPerson } from "./playedFirm.ts";

/** The people of the firm as a run can play them, with their managers and deputies. The first thirty by name who have a role. */
export const readFirm = async (): Promise<readonly RealPerson[]> => {
  const all = (await client.query("people.list")) as OutputOf<"people.list">;
  const chosen = all.filter(({ active, roles }) => active && roles.length > 0).slice(0, STORY_LIMITS.people);
  const views = (await Promise.all(
    chosen.map(({ id }) => client.query("people.get", { id })),
  )) as readonly OutputOf<"people.get">[];
  return views.map(({ id, roles, department, manager, absent }) => ({
    id,
    roles,
    departmentId: department?.id ?? null,
    managerId: manager?.id ?? null,
    deputyId: absent?.deputyId ?? null,
  }));
};
