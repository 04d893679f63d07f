import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./isPublicAddress.ts";

describe("isPublicAddress", () => {
  it.each(["93.184.216.34", "172.15.255.255", "172.32.0.0", "100.63.255.255", "2606:2800:220:1::1", "::ffff:8.8.8.8"])(
    "lets %s through",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.0",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "198.18.0.1",
    "192.0.2.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2001:db8::1",
    "::7f00:1",
    "::127.0.0.1",
    "64:ff9b:1::7f00:1",
    "fec0::1",
    "2001::1",
    "100::1",
    "192.0.0.1",
    "192.88.99.1",
    "240.0.0.1",
    "fe80::1%eth0",
    "localhost",
    "",
    "127.1.example",
  ])("stops %s", (address) => expect(isPublicAddress(address)).toBe(false));
});
