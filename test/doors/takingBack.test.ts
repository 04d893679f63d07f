import type { ProcessDefinitionInput, TaskAct } from "@sluice/process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { signing } from "../support/signing.ts";

/** The sales manager and finance must both sign; whatever comes of it, the case is over. */
const bothSign: ProcessDefinitionInput = {
  ...signing,
  key: "bothSign",
  nodes: signing.nodes.flatMap((node): typeof signing.nodes =>
    node.kind === "action"
      ? []
      : node.kind === "approval"
        ? [
            {
              ...node,
              who: [
                { by: "role", role: "salesManager" },
                { by: "role", role: "finance" },
              ],
              mode: { by: "all" },
              comment: { approve: "optional", reject: "optional", sendBack: "optional" },
            },
          ]
        : [node],
  ),
  edges: [
    { id: "begin", from: "start", to: "checking" },
    ...(["approved", "rejected", "withdrawn"] as const).map((outcome) => ({
      id: outcome,
      from: "sign",
      to: "over",
      on: { kind: "outcome" as const, outcome },
    })),
  ],
};

const people = ["chen", "wang", "zhao", "gao"] as const;
type Name = (typeof people)[number];

interface TaskView {
  readonly acts: readonly string[];
  readonly removable: readonly { readonly id: string }[];
}
interface CaseTask {
  readonly id: string;
  readonly status: string;
  readonly people: readonly { readonly id: string }[];
  readonly takeBack: readonly string[];
}
const dataOf = <Data>({ json }: { readonly json: unknown }): Data =>
  (json as { readonly result: { readonly data: Data } }).result.data;
const TAKING_BACK = ["withdraw", "reclaim", "removeSigner"];

describe("what may be taken back", () => {
  let server: TestServer;
  const browsers = new Map<Name, Browser>();
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(bothSign);
    for (const name of people) {
      const browser = aBrowser(server);
      await browser.signIn(server.emailOf(name));
      browsers.set(name, browser);
    }
  });
  afterAll(() => server[Symbol.asyncDispose]());

  let caseId: string;
  beforeEach(async () => {
    const recordId = await server.firm.aCustomer();
    const begun = await by("chen").mutate("cases.start", { process: "bothSign", recordType: "customer", recordId });
    ({ caseId } = dataOf<{ caseId: string }>(begun));
  });

  const by = (name: Name): Browser => browsers.get(name) as Browser;
  const linesFor = async (name: Name): Promise<readonly CaseTask[]> =>
    dataOf<{ tasks: readonly CaseTask[] }>(await by(name).query("cases.get", { id: caseId })).tasks;
  const taskOf = async (holder: Name): Promise<string> => {
    const id = server.firm.people[holder];
    return String((await linesFor("chen")).find((task) => task.people.some((one) => one.id === id))?.id);
  };
  const viewFor = async (name: Name, holder: Name): Promise<TaskView> =>
    dataOf<TaskView>(await by(name).query("tasks.get", { id: await taskOf(holder) }));
  /** What the page of somebody's task, and its line on the case page, offer a person. */
  const offered = async (name: Name, holder: Name) => {
    const { acts } = await viewFor(name, holder);
    const id = await taskOf(holder);
    return {
      page: acts.filter((act) => TAKING_BACK.includes(act)),
      line: (await linesFor(name)).find((task) => task.id === id)?.takeBack,
    };
  };
  const act = async (name: Name, holder: Name, does: TaskAct) =>
    by(name).mutate("tasks.act", { taskId: await taskOf(holder), act: does });
  const done = async (...acts: readonly (readonly [name: Name, holder: Name, does: TaskAct])[]) => {
    for (const [name, holder, does] of acts) {
      const answer = await act(name, holder, does);
      expect(answer.status, answer.text).toBe(200);
    }
  };
  const refused = async (name: Name, holder: Name, does: TaskAct, code: string) => {
    const answer = await act(name, holder, does);
    expect([answer.status >= 400, answer.text]).toEqual([true, expect.stringContaining(code)]);
  };
  const addsGao = (): TaskAct => ({ do: "addSigner", personIds: [server.firm.people.gao], place: "beside" });
  const removesGao = (): TaskAct => ({ do: "removeSigner", personId: server.firm.people.gao });

  it("is the request: by whoever made it, and not by a signer", async () => {
    expect(await offered("chen", "wang")).toEqual({ page: ["withdraw"], line: ["withdraw"] });
    expect(await offered("chen", "zhao")).toEqual({ page: ["withdraw"], line: [] });
    expect(await offered("wang", "wang")).toEqual({ page: [], line: [] });

    await refused("wang", "wang", { do: "withdraw" }, "TASK_NOT_YOURS");
    await done(["chen", "wang", { do: "withdraw" }]);

    expect(await server.firm.rows('SELECT status FROM "case" WHERE id = $1', [caseId])).toEqual([{ status: "ended" }]);
    expect(await offered("chen", "wang")).toEqual({ page: [], line: [] });
  });

  it("is one's own verdict, from one's own task that is done, and not another's", async () => {
    await done(["wang", "wang", { do: "approve" }]);
    expect(await offered("wang", "wang")).toEqual({ page: ["reclaim"], line: ["reclaim"] });
    expect(await offered("wang", "zhao")).toEqual({ page: ["reclaim"], line: [] });
    expect(await offered("zhao", "wang")).toEqual({ page: [], line: [] });

    await refused("zhao", "wang", { do: "reclaim" }, "TASK_NOT_YOURS");
    await done(["wang", "wang", { do: "reclaim" }]);

    const open = (await linesFor("wang")).filter((task) => task.status === "open");
    expect(open.flatMap((task) => task.people.map(({ id }) => id)).toSorted()).toEqual(
      [server.firm.people.wang, server.firm.people.zhao].toSorted(),
    );
  });

  it("is a signer, by whoever added them, also when their own part is done", async () => {
    await done(["wang", "wang", addsGao()]);
    expect(await offered("wang", "gao")).toEqual({ page: ["removeSigner"], line: ["removeSigner"] });
    expect(await offered("zhao", "gao")).toEqual({ page: [], line: [] });
    const { removable } = await viewFor("wang", "wang");
    expect(removable.map(({ id }) => id)).toEqual([server.firm.people.gao]);

    await refused("zhao", "zhao", removesGao(), "VERB_NOT_AVAILABLE");
    await done(["wang", "wang", { do: "approve" }], ["wang", "wang", removesGao()]);

    expect(await offered("wang", "wang")).toEqual({ page: ["reclaim"], line: ["reclaim"] });
    await refused("wang", "wang", removesGao(), "VERB_NOT_AVAILABLE");
  });
});
