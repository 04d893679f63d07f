import type { Check } from "../check.ts";
import { error } from "../finding.ts";

/** A second life-cycle for records of one type and department: two processes would write one stage. */
export const lifeCycles: Check = ({ definition }, { lifeCycles: published = [] }) => {
  if (definition.kind !== "lifeCycle") return [];
  const rivals = published.filter(
    ({ key, recordType, departmentId }) =>
      key !== definition.key &&
      recordType === definition.recordType &&
      departmentId === (definition.departmentId ?? null),
  );
  return rivals.map(({ key }) =>
    error(
      "TWO_LIFE_CYCLES",
      { path: "recordType" },
      {
        en: `“${key}” is the life-cycle of these records already.`,
        zh: `“${key}”已是此类记录的生命周期流程。`,
        fix: { en: "Make this one a side process, or retire the other.", zh: "请改为旁路流程，或停用另一流程。" },
      },
    ),
  );
};
