import { describe, expect, it } from "vitest";
import { ann, codesIn, day, findingsIn, work, type Check } from "../../simulate/aChecked.ts";
import { approvalOf } from "../../simulate/aProcess.ts";

const cases: readonly Check[] = [
  {
    code: "NOBODY_MAY_BE_FOUND",
    has: work({ a: { kind: "task", who: [{ by: "manager" }], onEmpty: { do: "incident" } } }),
    hasNot: work({ a: { kind: "task", who: [{ by: "manager" }] } }),
  },
  {
    code: "VERDICT_ON_TASK",
    has: work({
      a: {
        kind: "task",
        who: [{ by: "owner" }],
        sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] },
      },
    }),
    hasNot: work({
      a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }),
    }),
  },
  {
    code: "ESCALATION_TO_SAME",
    has: work({
      a: approvalOf(["ann"], {
        sla: { due: day, ladder: [{ after: day, action: { do: "addSigner", who: [{ by: "role", role: "ann" }] } }] },
      }),
    }),
    hasNot: work({
      a: approvalOf(["ann"], {
        sla: { due: day, ladder: [{ after: day, action: { do: "addSigner", who: [{ by: "role", role: "bob" }] } }] },
      }),
    }),
  },
  {
    code: "APPROVED_BY_TIME",
    has: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }) }),
    hasNot: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "reject" } }] } }) }),
  },
  { code: "NO_TIME_LIMIT", has: work({ a: ann }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day } }) }) },
  {
    code: "QUORUM_UNCLEAR",
    has: work({ a: approvalOf(["ann"], { mode: { by: "quorum" } }) }),
    hasNot: work({ a: approvalOf(["ann"], { mode: { by: "quorum", count: 1 } }) }),
  },
];

describe("checks of the people", () => {
  it.each(cases)("find $code, and not in its neighbour", ({ code, has, hasNot }) => {
    expect(codesIn(has)).toContain(code);
    expect(codesIn(hasNot)).not.toContain(code);
  });

  it("name a place and speak both languages", () => {
    for (const { has } of cases)
      for (const finding of findingsIn(has))
        expect([
          finding.node ?? finding.edge ?? finding.path,
          finding.message.en !== "",
          /\p{Script=Han}/u.test(finding.message.zh),
        ]).toEqual([expect.any(String), true, true]);
  });
});
