import { processDefinitionSchema } from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { errand, onGraded } from "../support/processes.ts";

const inBoth = (text: string) => ({ en: text, zh: text });

/** A process that one starts by hand, in which finance approves with a file and a signature while the record is held. */
const creditCheck = processDefinitionSchema.parse({
  format: 2,
  key: "creditCheck",
  name: { en: "Credit check", zh: "信用审核" },
  kind: "side",
  recordType: "customer",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: inBoth("Start"),
      trigger: { on: "manual", form: [{ path: "phone", access: "required" }] },
    },
    { id: "checking", kind: "stage", key: "checking", order: 1, name: inBoth("Checking"), entry: "sign" },
    {
      id: "sign",
      kind: "approval",
      stage: "checking",
      name: inBoth("Sign"),
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
      attachment: { approve: true },
      signature: { approve: true },
      lockRecord: true,
      lockExcept: ["note"],
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: inBoth("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "checking" },
    { id: "yes", from: "sign", to: "over", on: { kind: "outcome", outcome: "approved" } },
  ],
});

interface Answer<Data> {
  readonly result: { readonly data: Data };
}
const dataOf = <Data>({ json }: { readonly json: unknown }): Data => (json as Answer<Data>).result.data;

describe("a process started by hand, and what is handed in with its decisions", () => {
  let server: TestServer;
  let [rep, finance, tom]: readonly Browser[] = [];
  let customer: string;
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(creditCheck, errand, onGraded("skip"));
    customer = await server.firm.aCustomer({ phone: "13800001111" });
    const signedIn = async (name: "chen" | "zhao" | "tom"): Promise<Browser> => {
      const browser = aBrowser(server);
      await browser.signIn(server.emailOf(name));
      return browser;
    };
    [rep, finance, tom] = [await signedIn("chen"), await signedIn("zhao"), await signedIn("tom")];
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const by = (browser: Browser | undefined): Browser => {
    if (browser === undefined) throw new Error("nobody is signed in yet");
    return browser;
  };
  const startable = async (browser: Browser | undefined) =>
    by(browser).query("cases.startable", { recordType: "customer", recordId: customer });
  const lockOf = async () => dataOf<{ lock: unknown }>(await by(rep).query("customers.get", { id: customer })).lock;

  it("is offered to whoever may change the record, with its form; one that a change starts is not", async () => {
    expect(dataOf(await startable(rep))).toMatchObject([
      { process: "creditCheck", name: "Credit check", form: [{ path: "phone", access: "required" }], running: null },
      { process: "errand", form: [], running: null },
    ]);
    expect(dataOf(await startable(finance))).toEqual([]);
    expect((await startable(tom)).status).toBe(404);
    expect((await by(rep).query("cases.startable", { recordType: "nothing", recordId: customer })).status).toBe(404);
  });

  it("runs once: from then on its case is offered, and the record says who holds it", async () => {
    expect(await lockOf()).toBeNull();
    const begun = await by(rep).mutate("cases.start", {
      process: "creditCheck",
      recordType: "customer",
      recordId: customer,
    });
    const { caseId } = dataOf<{ caseId: string }>(begun);
    expect(dataOf(await startable(rep))).toMatchObject([
      { process: "creditCheck", running: caseId },
      { running: null },
    ]);
    expect(await lockOf()).toEqual({ caseId, approvers: ["Zhao Min"], except: ["note"] });
  });

  it("shows the file and the signature beside the verdict, and gives the file to those who may know the case", async () => {
    const { items } = dataOf<{ items: readonly { id: string }[] }>(
      await by(finance).query("tasks.inbox", { limit: 10 }),
    );
    const taskId = items[0]?.id;
    const form = new FormData();
    form.append("file", new Blob(["Nothing is owed."], { type: "text/plain" }), "credit.csv");
    const { fileId } = (await by(finance).ask("/files", { method: "POST", body: form })).json as { fileId: string };
    expect((await by(rep).ask(`/files/${fileId}`)).status).toBe(404);
    const bare = await by(finance).mutate("tasks.act", { taskId, act: { do: "approve" } });
    expect(bare.text).toContain("ATTACHMENT_REQUIRED");
    expect(bare.text).toContain("SIGNATURE_REQUIRED");
    const done = await by(finance).mutate("tasks.act", {
      taskId,
      act: { do: "approve" },
      attachments: [fileId],
      signature: "Zhao Min",
    });
    expect(done.status, done.text).toBe(200);
    const { history } = dataOf<{ history: unknown }>(await by(finance).query("tasks.get", { id: taskId }));
    expect(history).toMatchObject([
      { verdict: "approve", attachments: [{ id: fileId, name: "credit.csv" }], signature: "Zhao Min" },
    ]);
    expect((await by(rep).ask(`/files/${fileId}`)).text).toBe("Nothing is owed.");
    expect((await by(tom).ask(`/files/${fileId}`)).status).toBe(404);
    expect(await lockOf()).toBeNull();
  });

  it("does not give somebody's file away to whoever hands in its id", async () => {
    const form = new FormData();
    form.append("file", new Blob(["Salaries"], { type: "text/plain" }), "salaries.csv");
    const { fileId } = (await by(finance).ask("/files", { method: "POST", body: form })).json as { fileId: string };
    const begun = await by(rep).mutate("cases.start", {
      process: "errand",
      recordType: "customer",
      recordId: customer,
    });
    expect(begun.status, begun.text).toBe(200);
    const { items } = dataOf<{ items: readonly { id: string; name: string }[] }>(
      await by(rep).query("tasks.inbox", { limit: 10 }),
    );
    const said = await by(rep).mutate("tasks.act", {
      taskId: items[0]?.id,
      act: { do: "comment" },
      comment: "Look here",
      attachments: [fileId],
    });
    expect(said.status, said.text).toBe(200);
    expect((await by(rep).ask(`/files/${fileId}`)).status).toBe(404);
  });
});
