import { randomUUID } from "node:crypto";
import { foresee } from "@sluice/records";
import { templates } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";

describe("what would come of an act, before it is done", () => {
  let firm: TestFirm;
  let caseId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...templates);
    const desk = await aQuoteDesk(firm);
    const quote = await desk.aQuote({ discount: "0.2" });
    await desk.signedSheet(quote.id);
    caseId = String((await firm.rows<{ id: string }>(`SELECT id FROM "case" WHERE record_id = $1`, [quote.id]))[0]?.id);
  });
  afterAll(() => firm.close());

  const counts = async () =>
    firm.rows(
      `SELECT (SELECT count(*)::int FROM case_event) AS events, (SELECT count(*)::int FROM task) AS tasks,
         (SELECT count(*)::int FROM audit) AS lines, (SELECT seq FROM "case" WHERE id = $1) AS seq`,
      [caseId],
    );
  const stagesIn = ({ writes }: Awaited<ReturnType<typeof foresee>>) =>
    writes.flatMap((write) => (write.write === "enterStage" ? [write.key] : []));
  const codesIn = ({ problems }: Awaited<ReturnType<typeof foresee>>) => problems.map(({ code }) => code);
  const peopleIn = ({ writes }: Awaited<ReturnType<typeof foresee>>) =>
    writes.flatMap((write) => (write.write === "openTask" ? write.task.people : []));

  it("tells the stage, the work and for whom, of a move and then of a verdict, and writes nothing", async () => {
    const before = await counts();

    const submitted = await foresee(firm.house, { caseId, intended: { move: "submit" } }, firm.as("chen"));

    expect({ stages: stagesIn(submitted), people: peopleIn(submitted), problems: submitted.problems }).toEqual({
      stages: ["approval"],
      people: [firm.people.wang],
      problems: [],
    });
    expect(await counts()).toEqual(before);

    await firm.door.moveCase({ commandId: randomUUID(), caseId, move: "submit" }, firm.as("chen"));
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [
      caseId,
    ]);
    const taskId = String(task?.id);
    const wouldBe = async (act: "approve" | "reject", who: "wang" | "chen") =>
      foresee(firm.house, { caseId, intended: { taskId, act: { do: act } } }, firm.as(who));
    expect(stagesIn(await wouldBe("approve", "wang"))).toEqual(["approved"]);
    expect(stagesIn(await wouldBe("reject", "wang"))).toEqual(["draft"]);
    expect((await wouldBe("approve", "chen")).problems.map(({ code }) => code)).toEqual(["TASK_NOT_YOURS"]);
    expect((await foresee(firm.house, { caseId, intended: { move: "submit" } }, firm.as("chen"))).problems).not.toEqual(
      [],
    );
  });

  it("tells what the door would refuse it for, whatever is drawn", async () => {
    const desk = await aQuoteDesk(firm);
    const { caseId: unsigned } = await desk.aQuote();
    const jump = { do: "jump", to: "approval" } as const;

    const told = await foresee(firm.house, { caseId: unsigned, intended: { jump: jump.to } }, firm.as("mei"));

    const tried = firm.door.intervene(
      { commandId: randomUUID(), caseId: unsigned, act: jump, reason: "In a hurry" },
      firm.as("mei"),
    );
    expect(codesIn(told)).toEqual(await codesOf(tried));
    expect(codesIn(told)).not.toEqual([]);
  });

  it("tells an admin, and nobody else, what setting the case down elsewhere would do", async () => {
    const before = await counts();
    const jump = (to: string, who: "mei" | "wang") =>
      foresee(firm.house, { caseId, intended: { jump: to } }, firm.as(who));

    const back = await jump("draft", "mei");

    expect({ stages: stagesIn(back), problems: back.problems }).toEqual({ stages: ["draft"], problems: [] });
    expect(back.writes.filter(({ write }) => write === "closeTask")).toHaveLength(1);
    expect(codesIn(await jump("draft", "wang"))).toEqual(["NOT_ALLOWED"]);
    expect(codesIn(await jump("nowhere", "mei"))).toEqual(["EVENT_NOT_APPLICABLE"]);
    expect(await counts()).toEqual(before);
  });
});
