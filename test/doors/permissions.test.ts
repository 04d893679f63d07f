import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { signing } from "../support/signing.ts";

const readers = ["chen", "zhao", "gao", "wang", "mei"] as const;
type Name = (typeof readers)[number];

interface Answer<Data> {
  readonly result: { readonly data: Data };
}
const dataOf = <Data>({ json }: { readonly json: unknown }): Data => (json as Answer<Data>).result.data;

interface CaseView {
  readonly decisions: readonly { readonly verdict: string; readonly by: { readonly name: string } }[];
  readonly events: readonly { readonly type: string; readonly title: string; readonly detail: string | null }[];
  readonly tasks: readonly { readonly id: string; readonly canReassign: boolean; readonly status: string }[];
  readonly incidents: readonly {
    readonly key: string;
    readonly canSettle: boolean;
    readonly clearedAt: string | null;
  }[];
  readonly canIntervene: boolean;
}

const WORDS = "Owes us four million";
const SIGNATURE = "Zhao Min, CFO";
const FILE = "The account in full.";

describe("who may do what with a step", () => {
  let server: TestServer;
  const browsers = new Map<Name, Browser>();
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(signing);
    for (const name of readers) {
      const browser = aBrowser(server);
      await browser.signIn(server.emailOf(name));
      browsers.set(name, browser);
    }
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const by = (name: Name): Browser => browsers.get(name) as Browser;
  const started = async (): Promise<string> => {
    const recordId = await server.firm.aCustomer();
    const begun = await by("chen").mutate("cases.start", { process: "signing", recordType: "customer", recordId });
    return dataOf<{ caseId: string }>(begun).caseId;
  };
  const caseFor = async (name: Name, id: string): Promise<CaseView> =>
    dataOf<CaseView>(await by(name).query("cases.get", { id }));
  const openTask = async (caseId: string): Promise<string> =>
    String((await caseFor("mei", caseId)).tasks.find((task) => task.status === "open")?.id);
  /** A case whose approval was given with words, a file and a signature. */
  const signed = async () => {
    const caseId = await started();
    const taskId = await openTask(caseId);
    const form = new FormData();
    form.append("file", new Blob([FILE], { type: "text/plain" }), "account.csv");
    const { fileId } = (await by("zhao").ask("/files", { method: "POST", body: form })).json as { fileId: string };
    const done = await by("zhao").mutate("tasks.act", {
      taskId,
      act: { do: "approve" },
      comment: WORDS,
      attachments: [fileId],
      signature: SIGNATURE,
    });
    expect(done.status, done.text).toBe(200);
    return { caseId, taskId, fileId };
  };
  const intervene = (name: Name, caseId: string, act: object) =>
    by(name).mutate("cases.intervene", { caseId, act, reason: "it is down" });

  describe("reads its evidence", () => {
    let it_: Awaited<ReturnType<typeof signed>>;
    beforeAll(async () => {
      it_ = await signed();
    });

    it.each([
      { name: "zhao" as const, why: "by a role that the step names", reads: true },
      { name: "chen" as const, why: "not by owning the record and having asked for it", reads: false },
      { name: "wang" as const, why: "not by being named to intervene", reads: false },
      { name: "gao" as const, why: "not by reading every record", reads: false },
      { name: "mei" as const, why: "not by being an admin", reads: false },
    ])("$name: $why", async ({ name, reads }) => {
      const { caseId, taskId, fileId } = it_;
      const pages = await Promise.all([
        by(name).query("cases.get", { id: caseId }),
        by(name).ask(`/api/v1/cases/${caseId}`),
        by(name).query("tasks.get", { id: taskId }),
        by(name).ask(`/api/v1/tasks/${taskId}`),
      ]);
      expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      for (const { text } of pages) {
        expect([WORDS, SIGNATURE, fileId].map((secret) => text.includes(secret))).toEqual([reads, reads, reads]);
        expect([text.includes("Zhao Min"), text.includes('"approve"')]).toEqual([true, true]);
      }
      const file = await by(name).ask(`/files/${fileId}`);
      expect([file.status, file.text.includes(FILE)]).toEqual(reads ? [200, true] : [404, false]);
    });

    it("tells others that something was said, and by whom", async () => {
      const { decisions, events } = await caseFor("chen", it_.caseId);
      expect(decisions).toMatchObject([
        {
          verdict: "approve",
          by: { name: "Zhao Min" },
          comment: null,
          attachments: [],
          signature: null,
          withheld: true,
        },
      ]);
      expect(events.map(({ title, detail }) => [title, detail])).toContainEqual(["Approved “Sign”", null]);
    });
  });

  it("settles what went wrong in it: whoever it names, and admins, and nobody else", async () => {
    const { caseId } = await signed();
    const ref = { caseId, epoch: await server.firm.carrier.epoch() };
    const key = String((await server.firm.carrier.directiveOf(caseId))?.effects[0]?.key);
    await server.firm.carrier.begin(ref, key);
    await server.firm.carrier.failed(ref, key, "connection refused", false);
    const seen = async (name: Name) => {
      const { incidents, canIntervene } = await caseFor(name, caseId);
      return [incidents.map(({ canSettle }) => canSettle), canIntervene];
    };
    expect([await seen("chen"), await seen("wang"), await seen("mei")]).toEqual([
      [[false], false],
      [[true], false],
      [[true], true],
    ]);
    const incident = String((await caseFor("wang", caseId)).incidents[0]?.key);

    for (const act of [
      { do: "skip", incident },
      { do: "retry", incident },
      { do: "compensate", incident },
    ])
      expect((await intervene("chen", caseId, act)).text).toContain("NOT_ALLOWED");
    for (const act of [{ do: "suspend" }, { do: "cancel" }, { do: "jump", to: "over" }])
      expect((await intervene("wang", caseId, act)).text).toContain("NOT_ALLOWED");
    const overRest = await by("chen").write("POST", `/cases/${caseId}/interventions`, {
      act: { do: "skip", incident },
      reason: "it is down",
    });
    expect([overRest.status, overRest.text.includes("NOT_ALLOWED")]).toEqual([403, true]);
    const skipped = await intervene("wang", caseId, { do: "skip", incident });

    expect(skipped.status, skipped.text).toBe(200);
    expect(await caseFor("wang", caseId)).toMatchObject({ case: { status: "ended" } });
  });

  it("is moved elsewhere by an admin, and its page says so", async () => {
    const caseId = await started();

    expect((await intervene("mei", caseId, { do: "jump", to: "over" })).status).toBe(200);

    const page = await caseFor("mei", caseId);
    expect(page).toMatchObject({ case: { status: "ended" } });
    expect(page.events).toContainEqual(expect.objectContaining({ title: "Moved to “Over”", detail: "it is down" }));
  });

  it("gives its work to somebody else: whoever it names, and nobody else", async () => {
    const caseId = await started();
    const task = await openTask(caseId);
    const to = server.firm.people.gao;
    expect((await caseFor("wang", caseId)).tasks.map(({ canReassign }) => canReassign)).toEqual([true]);
    expect((await caseFor("chen", caseId)).tasks.map(({ canReassign }) => canReassign)).toEqual([false]);

    expect((await intervene("chen", caseId, { do: "reassign", task, to })).text).toContain("NOT_ALLOWED");
    const given = await intervene("wang", caseId, { do: "reassign", task, to });

    expect(given.status, given.text).toBe(200);
    const open = await server.firm.rows<{ assignee_id: string }>(
      "SELECT assignee_id FROM task WHERE case_id = $1 AND status = 'open'",
      [caseId],
    );
    expect(open).toEqual([{ assignee_id: to }]);
    expect((await caseFor("chen", caseId)).events.map(({ title }) => title)).toContain("Gave “Sign” to somebody else");
  });
});
