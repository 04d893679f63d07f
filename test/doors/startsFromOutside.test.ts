import { randomUUID } from "node:crypto";
import type { Json } from "@sluice/process";
import { type FirmMessage, type NamedRecord, postToFirm, startByHook } from "@sluice/records";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { begunBy, untilKeyedWord } from "../support/begunBy.ts";
import { codesOf } from "../support/codesOf.ts";
import { untilWord } from "../support/processes.ts";

let firm: TestFirm;
let id: string;
beforeAll(async () => {
  firm = await aFirm();
  await firm.publish(
    untilWord,
    untilKeyedWord,
    begunBy("onPaid", { on: "message", message: "paid" }),
    begunBy("onPaidToo", { on: "message", message: "paid" }),
    begunBy("onWord", { on: "message", message: "word" }),
    begunBy("onShop", { on: "webhook", hook: "shop" }),
    begunBy("onShopOnce", { on: "webhook", hook: "shopOnce" }, "skip"),
  );
});
afterAll(() => firm.close());
beforeEach(async () => {
  id = await firm.aCustomer();
});

const numberOf = async (): Promise<string> =>
  (await firm.rows<{ number: string }>("SELECT number FROM customer WHERE id = $1", [id]))[0]?.number ?? "";
const casesOf = async () =>
  (
    await firm.rows<{ process_key: string; status: string; variables: Json }>(
      `SELECT process_key, status, state -> 'variables' AS variables FROM "case" WHERE record_id = $1 ORDER BY process_key, opened_at`,
      [id],
    )
  ).map((it) => `${it.process_key} ${it.status} ${JSON.stringify(it.variables)}`);
const word = (more: Partial<FirmMessage> = {}): FirmMessage => ({
  id: randomUUID(),
  message: "paid",
  key: null,
  record: { id },
  payload: null,
  ...more,
});
const call = (hook: string, more: { id?: string; record?: NamedRecord | null; payload?: Json } = {}) => ({
  id: randomUUID(),
  hook,
  record: { id },
  payload: null,
  ...more,
});
const startWaiting = (process: string) =>
  firm.door.startCase({ commandId: randomUUID(), process, recordType: "customer", recordId: id }, firm.as("chen"));

describe("a message that nobody waits for", () => {
  it("begins a case of every process that listens to it, with what it carries, never before the commit", async () => {
    await postToFirm(firm.house, word({ payload: { amount: "12.50", other: "left out" } }));
    expect(await casesOf()).toEqual(["onPaid running {}", "onPaidToo running {}"]);

    await firm.settle();

    expect(await casesOf()).toEqual(['onPaid running {"amount":"12.50"}', 'onPaidToo running {"amount":"12.50"}']);
  });

  it("may name the record by its number", async () => {
    await postToFirm(firm.house, word({ record: { number: await numberOf() } }));
    await firm.settle();
    expect(await casesOf()).toHaveLength(2);
  });

  it("begins once however often it is sent, at once or one after the other", async () => {
    const paid = word();
    const answers = await Promise.all(Array.from({ length: 5 }, () => postToFirm(firm.house, paid)));
    expect(answers.toSorted()).toEqual(["known", "known", "known", "known", "new"]);
    await firm.settle();
    expect(await postToFirm(firm.house, paid)).toBe("known");
    await firm.settle();
    expect(await casesOf()).toHaveLength(2);
  });

  it.each([
    { name: "names no record", more: { record: null }, codes: ["START_NEEDS_RECORD"] },
    { name: "names a record that is not there", more: { record: { id: randomUUID() } }, codes: ["NOT_FOUND"] },
    { name: "names a number that is not there", more: { record: { number: "CU-1900-000001" } }, codes: ["NOT_FOUND"] },
    { name: "carries what does not fit", more: { payload: { amount: "much" } }, codes: ["INPUT_INVALID"] },
    { name: "is not known to anybody", more: { message: "gossip" }, codes: ["MESSAGE_UNHEARD"] },
  ])("is refused when it $name, and may then be sent again", async ({ more, codes }) => {
    const wrong = word(more);
    expect(await codesOf(postToFirm(firm.house, wrong))).toEqual(codes);
    expect(await casesOf()).toEqual([]);
    expect(await postToFirm(firm.house, word({ id: wrong.id }))).toBe("new");
  });

  it("is refused when its id was used for something else", async () => {
    const paid = word();
    await postToFirm(firm.house, paid);
    expect(await codesOf(postToFirm(firm.house, { ...paid, payload: { amount: "1" } }))).toEqual(["COMMAND_ID_REUSED"]);
  });
});

describe("a message that somebody waits for", () => {
  it("goes to the case of the record that waits for it, and begins nothing", async () => {
    await startWaiting("untilWord");
    await postToFirm(firm.house, word({ message: "word", payload: "hello" }));
    await firm.settle();
    expect(await casesOf()).toEqual(['untilWord ended {"word":"hello"}']);
  });

  it("finds who waits under its key without a record, and leaves who waits under another", async () => {
    await startWaiting("untilKeyedWord");
    const mine = await numberOf();
    const other = id;
    id = await firm.aCustomer();
    await startWaiting("untilKeyedWord");

    await postToFirm(firm.house, word({ message: "word", key: mine, record: null }));
    await firm.settle();

    expect(await casesOf()).toEqual(["untilKeyedWord running {}"]);
    id = other;
    expect(await casesOf()).toEqual(['untilKeyedWord ended {"word":null}']);
  });

  it("begins what listens once nobody waits any more", async () => {
    await startWaiting("untilWord");
    await postToFirm(firm.house, word({ message: "word" }));
    await firm.settle();
    await postToFirm(firm.house, word({ message: "word" }));
    await firm.settle();
    expect(await casesOf()).toEqual(["onWord running {}", 'untilWord ended {"word":null}']);
  });

  it("leaves who waits for no key of another record alone", async () => {
    await startWaiting("untilWord");
    const waiting = id;
    id = await firm.aCustomer();
    await postToFirm(firm.house, word({ message: "word" }));
    await firm.settle();
    expect(await casesOf()).toEqual(["onWord running {}"]);
    id = waiting;
    expect(await casesOf()).toEqual(["untilWord running {}"]);
  });
});

describe("a webhook that begins a process", () => {
  it("begins one case, once however often it is called", async () => {
    const shop = call("shop", { payload: { amount: 7 } });
    const answers = await Promise.all([1, 2, 3].map(() => startByHook(firm.house, shop)));
    expect(answers.toSorted()).toEqual(["known", "known", "new"]);
    await firm.settle();
    expect(await casesOf()).toEqual(['onShop running {"amount":7}']);
  });

  it("does what its process says about a second start", async () => {
    await startByHook(firm.house, call("shopOnce"));
    await firm.settle();
    await startByHook(firm.house, call("shopOnce"));
    await firm.settle();
    expect(await casesOf()).toEqual(["onShopOnce running {}"]);
  });

  it.each([
    { name: "is nobody's", hook: "other", more: {}, codes: ["HOOK_UNKNOWN"] },
    { name: "names no record", hook: "shop", more: { record: null }, codes: ["START_NEEDS_RECORD"] },
    { name: "names none that is there", hook: "shop", more: { record: { number: "CU-x" } }, codes: ["NOT_FOUND"] },
    { name: "carries a list", hook: "shop", more: { payload: [] }, codes: ["INPUT_INVALID"] },
  ])("is refused when it $name", async ({ hook, more, codes }) => {
    expect(await codesOf(startByHook(firm.house, call(hook, more)))).toEqual(codes);
    expect(await casesOf()).toEqual([]);
  });

  it("takes no record that has been deleted", async () => {
    await firm.door.deleteRecord("customer", { commandId: randomUUID(), id, version: 1 }, firm.as("mei"));
    expect(await codesOf(startByHook(firm.house, call("shop")))).toEqual(["NOT_FOUND"]);
  });
});
