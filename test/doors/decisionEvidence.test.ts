import { processDefinitionSchema } from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

const inBoth = (text: string) => ({ en: text, zh: text });

const rating = processDefinitionSchema.parse({
  format: 2,
  key: "rating",
  name: inBoth("Rating"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: inBoth("Start"), trigger: { on: "manual" } },
    { id: "open", kind: "stage", key: "open", order: 1, name: inBoth("Open"), entry: "rate" },
    {
      id: "rate",
      kind: "approval",
      stage: "open",
      name: inBoth("Rate"),
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: inBoth("Over"), final: "done" },
  ],
  edges: [
    { id: "yes", from: "rate", to: "over", on: { kind: "outcome", outcome: "approved" } },
    { id: "begin", from: "start", to: "open" },
  ],
});

interface View {
  readonly decisions: readonly {
    readonly by: { readonly name: string };
    readonly version: number;
    readonly seen: { readonly version: number; readonly fields: readonly { readonly path: string }[] };
    readonly why: unknown;
  }[];
}

describe("what a decision was made on", () => {
  let server: TestServer;
  const by = {} as Record<"chen" | "zhao" | "gao" | "mei", Browser>;
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(rating);
    for (const name of ["chen", "zhao", "gao", "mei"] as const) {
      by[name] = aBrowser(server);
      await by[name].signIn(server.emailOf(name));
    }
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it("is told on the case page years later: the record as it was seen, the version, why they were asked and who handed it on", async () => {
    const { firm } = server;
    const customer = await firm.aCustomer({ phone: "13800001111", grade: "C" });
    const begun = await by.chen.mutate("cases.start", {
      process: "rating",
      recordType: "customer",
      recordId: customer,
    });
    const { caseId } = (begun.json as { result: { data: { caseId: string } } }).result.data;
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
    const handed = await by.zhao.mutate("tasks.act", {
      taskId: task?.id,
      act: { do: "transfer", to: firm.people.gao },
    });
    expect(handed.status, handed.text).toBe(200);
    const [his] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [
      caseId,
    ]);
    const said = await by.gao.mutate("tasks.act", { taskId: his?.id, act: { do: "approve" } });
    expect(said.status, said.text).toBe(200);
    const [now] = await firm.rows<{ version: number }>("SELECT version FROM customer WHERE id = $1", [customer]);
    const changed = await by.chen.write("PATCH", `/customers/${customer}`, {
      version: now?.version,
      fields: { grade: "A" },
    });
    expect(changed.status, changed.text).toBe(200);

    const view = (await by.mei.ask(`/api/v1/cases/${caseId}`)).json as View;
    const approval = view.decisions.find((it) => it.by.name === "Gao Jun");
    expect(approval).toMatchObject({ version: 1, seen: { version: now?.version } });
    expect(approval?.seen.fields).toEqual(
      expect.arrayContaining([
        { path: "grade", value: "C", masked: false, reference: null, name: null },
        {
          path: "owner",
          value: firm.people.chen,
          masked: false,
          reference: { type: "person", id: firm.people.chen, title: "Chen Rui" },
          name: null,
        },
      ]),
    );
    expect(approval?.seen.fields.map(({ path }) => path)).not.toContain("note");
    expect(approval?.why).toMatchObject({
      rules: [{ by: "role", role: "finance" }],
      handed: [{ how: "transfer", by: "Zhao Min", to: ["Gao Jun"] }],
    });
  });
});
