import { describe, expect, it } from "vitest";
import { requestKey } from "./requestKey.ts";

describe("requestKey", () => {
  it.each([
    { name: "one IPv4 address with itself", a: "203.0.113.7", b: "203.0.113.7", together: true },
    { name: "an IPv4 address with its IPv6 spelling", a: "203.0.113.7", b: "::ffff:203.0.113.7", together: true },
    { name: "the addresses of one IPv6 line", a: "2001:db8:1:2::1", b: "2001:db8:1:2:ffff::9", together: true },
    { name: "not two IPv6 lines", a: "2001:db8:1:2::1", b: "2001:db8:1:3::1", together: false },
    { name: "not two IPv4 addresses", a: "203.0.113.7", b: "203.0.113.8", together: false },
    { name: "whatever is no address", a: "", b: "x", together: true },
  ])("counts $name", ({ a, b, together }) => {
    expect(requestKey({ ip: a }) === requestKey({ ip: b })).toBe(together);
  });
});
