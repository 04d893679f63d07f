import { sectionsOf, type RecordSchema, type ShownSection } from "@sluice/domain";
import { useMemo } from "react";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useSession } from "../signIn/useSession.ts";

/** The cards that a record's fields stand in for this reader: by the layout of one of their roles, else of everybody. */
export const useLayout = (schema: RecordSchema, paths: readonly string[]): readonly ShownSection[] => {
  const layouts = useQueryOf("catalog.layouts", undefined, { staleMs: Number.POSITIVE_INFINITY }).data;
  const roles = useSession().data?.person.roles;
  const joined = paths.join(" ");
  return useMemo(() => {
    const own = (layouts ?? []).filter((it) => it.recordType === schema.type && it.sections.length > 0);
    const layout =
      own.find(({ role }) => role !== null && roles?.includes(role) === true) ??
      own.find(({ role }) => role === null) ??
      null;
    return sectionsOf(schema, layout, joined === "" ? [] : joined.split(" "));
  }, [layouts, roles, schema, joined]);
};
