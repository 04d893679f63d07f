import { instantOfWall, wallTime } from "@sluice/domain";
import type { Fact, Json, PastCase } from "@sluice/process";
import { zoneOffset } from "../clock/zoneOffset.ts";
import type { RecordRef } from "../registry/storedRecord.ts";
import type { ClosedCase } from "./closedCases.ts";
import { afterBy, type PastCalendars } from "./pastCalendars.ts";
import type { PastDirectory } from "./pastDirectory.ts";
import { managersOver, NotTold, pastPeople, type PastSearch } from "./pastPeople.ts";
import type { PastRecords } from "./pastRecords.ts";
import type { PastVersions } from "./pastVersions.ts";

/** What the past of a firm is told from. */
export interface Past {
  readonly records: PastRecords;
  readonly directory: PastDirectory;
  readonly calendars: PastCalendars;
  readonly versions: PastVersions;
}

const DAY_MS = 86_400_000;

const told = (
  search: PastSearch,
  past: Past,
  { fact, at }: { readonly fact: Fact; readonly at: string },
): Json | undefined => {
  const department = () => {
    const id = past.records.value(search.record, "department", { at, butBy: null });
    if (id === undefined) return undefined;
    return typeof id === "string" ? (past.directory.departments.get(id)?.path ?? []) : [];
  };
  const calendar = () => {
    const path = department();
    return path === undefined ? undefined : past.calendars.at(path, at);
  };
  switch (fact.fact) {
    case "field":
      return past.records.value(search.record, fact.path, { at, butBy: search.caseId });
    case "people":
      return pastPeople(fact, search, at) as unknown as Json;
    case "managerOf": {
      const everybody = past.directory.at(at);
      return everybody === null ? undefined : (managersOver(everybody, fact.personId)[fact.level - 1]?.id ?? null);
    }
    case "dueAt": {
      const week = calendar();
      return week === undefined ? undefined : afterBy(week, fact.from, fact.span);
    }
    case "endOfDay": {
      const week = calendar();
      if (week === undefined) return undefined;
      const nextMidnight = Date.parse(`${fact.on}T00:00:00Z`) + DAY_MS;
      return new Date(instantOfWall(nextMidnight, week.zone, zoneOffset) - 1).toISOString();
    }
    case "nameOf":
      return past.directory.nameOf(fact.personId);
    case "wallTime": {
      const zone = past.calendars.zone(department() ?? []);
      return wallTime(fact.at, (epochMs) => zoneOffset(zone, epochMs));
    }
    case "process":
      return past.versions.at(fact, at);
    case "pick":
      return fact.from[0] ?? null;
    case "rule":
    case "mayEdit":
    case "shifted":
    case "effectsDone":
      return undefined;
  }
};

/** What the audit trail, and what is kept of people, calendars and versions, say of a closed case's world as it was. */
export const trailOf = (it: ClosedCase, past: Past): PastCase["trail"] => {
  const record: RecordRef = { type: it.recordType, id: it.recordId };
  const search: PastSearch = { ...past, record, caseId: it.id, initiatorId: it.initiatorId };
  return (fact, at) => {
    try {
      return told(search, past, { fact, at });
    } catch (cause) {
      if (cause instanceof NotTold) return undefined;
      throw cause;
    }
  };
};
