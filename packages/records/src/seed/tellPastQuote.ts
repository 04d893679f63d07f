import type { Json, TaskAct } from "@sluice/process";
import type { StandingClock } from "../clock/standingClock.ts";
import type { OpenedDoor } from "../createDoor.ts";
import { demoPersonId } from "./demoPeople.ts";
import { demoProducts } from "./demoProducts.ts";
import { pastQuote, type PastQuote } from "./pastQuote.ts";
import { seedId } from "./seedId.ts";

interface Telling {
  readonly place: number;
  readonly from: string;
  readonly later: (from: string, hours: number) => string;
}

const productOf = (sku: string) => {
  const product = demoProducts.find((it) => it.sku === sku);
  if (product === undefined) throw new Error(`the demo firm does not sell ${sku}`);
  return product;
};

/** What people of the demo firm say with a verdict, in both of its languages. */
const saidWith: Partial<Record<TaskAct["do"], string>> = {
  approve: "The margin holds. 毛利可以接受。",
  reject: "Too deep a discount for this volume. 以此数量，折扣过大。",
  sendBack: "Take two points off the discount, please. 请将折扣下调两个点。",
  complete: "Done as asked. 已按要求处理。",
};

/** One story being told: who does what at which instant, and what machines do in between. */
const narrator = ({ door, carrier, house }: OpenedDoor, clock: StandingClock, { place, from, later }: Telling) => {
  const cases: string[] = [];
  let now = from;
  const rows = async <Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    (await house.pool.query<Row>(sql, [...values])).rows;
  const settle = async (): Promise<void> => {
    for (;;) {
      const waiting = await rows<{ case_id: string }>(
        "SELECT DISTINCT case_id FROM case_inbox WHERE not_before <= clock_timestamp()",
        [],
      );
      for (const row of waiting) await carrier.deliverInbox(row.case_id);
      if (waiting.length === 0 && !(await carrier.fanOut("people"))) return;
    }
  };
  const ring = async (until: string): Promise<void> => {
    for (;;) {
      const [due] = await rows<{ id: string; alarm_at: string }>(
        'SELECT id, alarm_at FROM "case" WHERE id = ANY ($1::uuid[]) AND alarm_at <= $2 ORDER BY alarm_at LIMIT 1',
        [cases, until],
      );
      if (due === undefined) return;
      clock.set(due.alarm_at);
      await carrier.alarmRang({ caseId: due.id, epoch: await carrier.epoch() }, due.alarm_at);
      await settle();
    }
  };
  const pass = async (hours: number): Promise<void> => {
    now = later(now, hours);
    await ring(now);
    clock.set(now);
  };
  const caller = (who: string) => ({ personId: demoPersonId(who), via: "seed" as const });
  const named = (what: string) => ({ commandId: seedId(`history ${place} ${what}`) });
  return {
    pass,
    settle,
    make: async (
      type: string,
      what: string,
      { by, fields }: { by: string; fields: Readonly<Record<string, Json>> },
    ) => {
      const made = await door.createRecord(type, { ...named(what), fields }, caller(by));
      await settle();
      const [own] = await rows<{ id: string }>(
        `SELECT id FROM "case" WHERE record_type = $1 AND record_id = $2 AND kind = 'lifeCycle'`,
        [type, made.recordId],
      );
      if (made.recordId === null || own === undefined) throw new Error(`the past ${type} ${place} has no case`);
      cases.push(own.id);
      return { id: made.recordId, caseId: own.id };
    },
    move: async (what: string, { by, caseId, reason }: { by: string; caseId: string; reason?: string }) => {
      await door.moveCase(
        { ...named(what), caseId, move: what, ...(reason === undefined ? {} : { reason }) },
        caller(by),
      );
      await settle();
    },
    act: async (
      what: string,
      {
        by,
        caseId,
        node,
        act,
        form = {},
      }: { by: string; caseId: string; node: string; act: TaskAct; form?: Readonly<Record<string, Json>> },
    ) => {
      const [task] = await rows<{ id: string }>(
        "SELECT id FROM task WHERE case_id = $1 AND node = $2 AND assignee_id = $3 ORDER BY opened_at DESC, id DESC LIMIT 1",
        [caseId, node, demoPersonId(by)],
      );
      if (task === undefined) throw new Error(`nobody is asked at ${node} of the past quote ${place}`);
      await door.actOnTask({ ...named(what), taskId: task.id, act, comment: saidWith[act.do] ?? "", form }, caller(by));
      await settle();
    },
    outside: async (caseId: string, output: Readonly<Record<string, Json>>) => {
      const ref = { caseId, epoch: await carrier.epoch() };
      const [wanted] = await rows<{ key: string }>(
        "SELECT key FROM effect WHERE case_id = $1 AND status IN ('wanted', 'begun') ORDER BY wanted_at LIMIT 1",
        [caseId],
      );
      if (wanted === undefined) return;
      await carrier.begin(ref, wanted.key);
      await carrier.done(ref, wanted.key, output);
      await settle();
    },
    standsIn: async (caseId: string): Promise<string | null> =>
      (await rows<{ stage_key: string | null }>('SELECT stage_key FROM "case" WHERE id = $1', [caseId]))[0]
        ?.stage_key ?? null,
    isOver: async (): Promise<boolean> =>
      (await rows<{ id: string }>("SELECT id FROM command WHERE id = $1", [seedId(`history ${place} over`)])).length >
      0,
    put: async (caseId: string) => {
      await door.intervene(
        { ...named("over"), caseId, act: { do: "cancel" }, reason: "The quote is over. 报价已结束。" },
        caller("mei.lin"),
      );
      await settle();
    },
  };
};

const offer = ({ lines, place, discount, name }: PastQuote, customer: string): Readonly<Record<string, Json>> => ({
  name,
  customer,
  currency: "CNY",
  validUntil: "2027-12-31",
  discount,
  terms: "30 % with order, 70 % before shipment.",
  lines: lines.map(([sku, quantity], index) => {
    const product = productOf(sku);
    const description = /\p{Script=Han}/u.test(name) ? product.nameZh : product.name;
    return {
      id: seedId(`history ${place} line ${index}`),
      description,
      quantity,
      unit: product.unit,
      listPrice: product.listPrice,
    };
  }),
});

const costs = ({ lines, place }: PastQuote): Readonly<Record<string, Json>> => ({
  validUntil: "2027-12-31",
  lines: lines.map(([sku, quantity], index) => ({
    kind: "material",
    quoteLine: seedId(`history ${place} line ${index}`),
    description: productOf(sku).name,
    quantity,
    unitCost: productOf(sku).cost,
  })),
});

/** Tells one past quote from its draft to its answer. Told before, it is left as it is; cut short, it goes on. */
export const tellPastQuote = async (opened: OpenedDoor, clock: StandingClock, telling: Telling): Promise<void> => {
  const story = pastQuote(telling.place);
  const { rep, manager, finance } = story;
  const it = narrator(opened, clock, telling);
  if (await it.isOver()) return;
  const { rows } = await opened.house.pool.query<{ id: string }>(
    "SELECT id FROM customer WHERE owner_id = $1 ORDER BY number LIMIT 1 OFFSET $2",
    [demoPersonId(rep), story.customer % 15],
  );
  await it.pass(0);
  const quote = await it.make("quote", "quote", { by: rep, fields: offer(story, rows[0]?.id ?? "") });
  const sheet = await it.make("costSheet", "costSheet", {
    by: "li.wei",
    fields: { quote: quote.id, currency: "CNY", rateDate: telling.from.slice(0, 10) },
  });
  await it.pass(story.costedAfter);
  await it.act("costed", {
    by: "li.wei",
    caseId: sheet.caseId,
    node: "cost",
    act: { do: "complete", outcome: "costed" },
    form: costs(story),
  });
  await it.pass(story.signedAfter);
  await it.act("signed", { by: "zhao.min", caseId: sheet.caseId, node: "sign", act: { do: "approve" } });
  await it.pass(story.submittedAfter);
  await it.move("submit", { by: rep, caseId: quote.caseId });
  if (Number(story.discount) > 0.15) {
    await it.pass(manager.after);
    await it.act("managed", {
      by: "wang.fang",
      caseId: quote.caseId,
      node: "managerApproval",
      act: { do: manager.act },
    });
    if (manager.act === "sendBack") {
      await it.pass(3);
      await it.act("resubmitted", {
        by: rep,
        caseId: quote.caseId,
        node: "managerApproval",
        act: { do: "complete", outcome: "resubmit" },
      });
      await it.pass(2);
      await it.act("managed again", {
        by: "wang.fang",
        caseId: quote.caseId,
        node: "managerApproval",
        act: { do: "approve" },
      });
    }
    if (manager.act !== "reject" && Number(story.discount) > 0.25) {
      await it.pass(finance.after);
      await it.act("financed", {
        by: "zhao.min",
        caseId: quote.caseId,
        node: "financeApproval",
        act: { do: finance.act },
      });
    }
  }
  await it.pass(story.sentAfter);
  if ((await it.standsIn(quote.caseId)) === "draft")
    await it.move("discard", { by: rep, caseId: quote.caseId, reason: story.reason });
  else {
    await it.move("send", { by: rep, caseId: quote.caseId });
    await it.outside(quote.caseId, { file: seedId(`history ${story.place} file`) });
    await it.outside(quote.caseId, { messageId: `<past-${story.place}@lanting.example>` });
    await it.pass(story.answer.after);
    const { move } = story.answer;
    await it.move(move, { by: rep, caseId: quote.caseId, ...(move === "decline" ? { reason: story.reason } : {}) });
  }
  await it.put(sheet.caseId);
};
