import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isSigned } from "./isSigned.ts";

const NOW_MS = 1_795_000_000_000;
const at = NOW_MS / 1000;
const sign = (t: number, body = "{}", secret = "shared"): string =>
  `t=${t},v1=${createHmac("sha256", secret).update(`${t}.${body}`).digest("hex")}`;

describe("isSigned", () => {
  it.each([
    { name: "takes one made now", signature: sign(at), signed: true },
    { name: "takes the oldest that is young enough", signature: sign(at - 300), signed: true },
    { name: "refuses one a second older", signature: sign(at - 301), signed: false },
    { name: "refuses one from the future", signature: sign(at + 301), signed: false },
    { name: "refuses another body's", signature: sign(at, "{} "), signed: false },
    { name: "refuses another secret's", signature: sign(at, "{}", "guessed"), signed: false },
    {
      name: "refuses one with its instant changed",
      signature: sign(at - 10).replace(/t=\d+/, `t=${at}`),
      signed: false,
    },
    { name: "refuses a short one", signature: `t=${at},v1=00`, signed: false },
    { name: "refuses none", signature: undefined, signed: false },
  ])("$name", ({ signature, signed }) => {
    expect(isSigned({ body: "{}", signature, secret: "shared", nowMs: NOW_MS })).toBe(signed);
  });
});
