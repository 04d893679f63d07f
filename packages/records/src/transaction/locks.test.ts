import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { recordTypes } from "../registry/recordTypes.ts";
import { Locks } from "./locks.ts";
import type { LockWish } from "./lockWish.ts";

const types = recordTypes([
  { schema: recordSchemas.quote, table: "quote", rank: 30 },
  { schema: recordSchemas.customer, table: "customer", rank: 80 },
]);
const share = (type: "quote" | "customer", id: string): LockWish => ({ ref: { type, id }, mode: "share" });
const write = (type: "quote" | "customer", id: string): LockWish => ({ ref: { type, id }, mode: "write" });

describe("the order of locks", () => {
  it.each([
    { name: "the first waits", held: [], wish: share("customer", "b"), step: "wait" },
    { name: "a higher rank waits", held: [write("quote", "b")], wish: share("customer", "a"), step: "wait" },
    {
      name: "a higher id of the same rank waits",
      held: [share("quote", "a")],
      wish: share("quote", "b"),
      step: "wait",
    },
    { name: "a lower id is only tried", held: [share("quote", "b")], wish: share("quote", "a"), step: "tryOnly" },
    { name: "a lower rank is only tried", held: [share("customer", "a")], wish: share("quote", "b"), step: "tryOnly" },
    { name: "what is held is held", held: [share("quote", "a")], wish: share("quote", "a"), step: "held" },
    {
      name: "held for writing is held for reading",
      held: [write("quote", "a")],
      wish: share("quote", "a"),
      step: "held",
    },
    {
      name: "held for reading is only tried for writing",
      held: [share("quote", "a")],
      wish: write("quote", "a"),
      step: "tryOnly",
    },
  ] as const)("$name", ({ held, wish, step }) => {
    const locks = new Locks(types);
    for (const it of held) locks.taken(it);
    expect(locks.stepFor(wish)).toBe(step);
  });

  it("starts again with everything it knows of, in order", () => {
    const locks = new Locks(types);
    locks.taken(share("customer", "b"));
    locks.taken(write("quote", "z"));
    expect(locks.outOfOrder(write("quote", "a")).locks).toEqual([
      write("quote", "a"),
      write("quote", "z"),
      share("customer", "b"),
    ]);
  });

  it("gives what was made here no place in the order", () => {
    const locks = new Locks(types);
    locks.made({ type: "customer", id: "z" });
    expect(locks.stepFor(share("quote", "a"))).toBe("wait");
    expect(locks.stepFor(write("customer", "z"))).toBe("held");
  });
});
