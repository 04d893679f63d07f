import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { wrongWithSignature } from "./wrongWithSignature.ts";

const secret = "4f8a1c92";
const nowMs = Date.parse("2026-03-02T09:00:00Z");
const now = nowMs / 1_000;
const body = Buffer.from('{"id":"1"}');
const signed = (at: number, of = '{"id":"1"}', by = secret): string =>
  `t=${at},v1=${createHmac("sha256", by).update(`${at}.${of}`).digest("hex")}`;

describe("wrongWithSignature", () => {
  it.each([
    { name: "of now", header: signed(now) },
    { name: "of five minutes ago", header: signed(now - 300) },
    { name: "of five minutes ahead", header: signed(now + 300) },
  ])("takes one $name", ({ header }) => {
    expect(wrongWithSignature(header, { secret, body, nowMs })).toBeNull();
  });

  it.each([
    { name: "refuses an older one", header: signed(now - 301), wrong: /five minutes/ },
    { name: "refuses one of the future", header: signed(now + 301), wrong: /five minutes/ },
    { name: "refuses another body's", header: signed(now, '{"id":"2"}'), wrong: /this body/ },
    { name: "refuses another secret's", header: signed(now, '{"id":"1"}', "other"), wrong: /this body/ },
    {
      name: "refuses another instant than was signed",
      header: signed(now - 1).replace(/^t=\d+/, `t=${now}`),
      wrong: /this body/,
    },
    { name: "refuses half a signature", header: signed(now).slice(0, -2), wrong: /missing/ },
    { name: "refuses none", header: undefined, wrong: /missing/ },
    { name: "refuses two", header: [signed(now), signed(now)], wrong: /missing/ },
  ])("$name", ({ header, wrong }) => {
    expect(wrongWithSignature(header, { secret, body, nowMs })).toMatch(wrong);
  });
});
