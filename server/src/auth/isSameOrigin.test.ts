import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./isSameOrigin.ts";

const trusted = ["https://crm.lanting.example"];

describe("isSameOrigin", () => {
  it.each([
    { name: "lets reads pass from anywhere", method: "GET", headers: { origin: "https://evil.example" }, is: true },
    { name: "lets the own origin write", method: "POST", headers: { origin: "https://crm.lanting.example" }, is: true },
    { name: "refuses another origin", method: "POST", headers: { origin: "https://evil.example" }, is: false },
    {
      name: "refuses a lookalike",
      method: "POST",
      headers: { origin: "https://crm.lanting.example.evil.example" },
      is: false,
    },
    { name: "refuses another scheme", method: "POST", headers: { origin: "http://crm.lanting.example" }, is: false },
    { name: "refuses the null origin of a sandboxed frame", method: "POST", headers: { origin: "null" }, is: false },
    { name: "lets a program without origin write", method: "POST", headers: {}, is: true },
    {
      name: "refuses cross-site fetch metadata without origin",
      method: "DELETE",
      headers: { "sec-fetch-site": "cross-site" },
      is: false,
    },
    {
      name: "refuses same-site but other origin",
      method: "PATCH",
      headers: { "sec-fetch-site": "same-site" },
      is: false,
    },
    {
      name: "lets a key write without looking at the origin",
      method: "POST",
      headers: { origin: "https://evil.example", "x-api-key": "k" },
      is: true,
    },
  ])("$name", ({ method, headers, is }) => {
    expect(isSameOrigin(method, headers, trusted)).toBe(is);
  });
});
