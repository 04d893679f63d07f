import { describe, expect, it } from "vitest";
import { payloadsOf } from "./news.ts";

const aChange = (at: number) => ({ type: "quote", id: `0000-${at}`, version: at });

describe("what a commit tells", () => {
  it("says nothing when nothing changed", () => {
    expect(payloadsOf([])).toEqual([]);
  });

  it("tells the last version of a thing once", () => {
    expect(
      payloadsOf([
        { ...aChange(1), version: 1 },
        { ...aChange(1), version: 2 },
      ]),
    ).toEqual(['[{"type":"quote","id":"0000-1","version":2}]']);
  });

  it("splits what Postgres would not take, and loses nothing", () => {
    const changes = Array.from({ length: 1_000 }, (_, at) => aChange(at));
    const payloads = payloadsOf(changes);
    expect(payloads.every((it) => Buffer.byteLength(it) < 8_000)).toBe(true);
    expect(payloads.flatMap((it) => JSON.parse(it) as unknown[])).toEqual(changes);
  });
});
