import { wallTime } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useMemo } from "react";
import { useQueryOf } from "../../../api/useQueryOf.ts";
import { zoneOffset } from "../../../text/zoneOffset.ts";
import { useCatalogue } from "../../sayings/catalogue.ts";

const STALE_MS = 300_000;

/** What people are called, and what the clocks of a record's department show: what the door would answer the kernel. */
export const useTelling = (department: Json | undefined) => {
  const { names } = useCatalogue();
  const departmentId = typeof department === "string" ? department : null;
  const calendar = useQueryOf("catalog.workingCalendar", { departmentId }, { staleMs: STALE_MS }).data;
  const zone = calendar?.zone;
  return useMemo(
    () => ({
      nameOf: (id: string): string | null => names.get(id) ?? null,
      wallOf: (at: string): string => wallTime(at, (epochMs) => (zone === undefined ? 0 : zoneOffset(zone, epochMs))),
    }),
    [names, zone],
  );
};
