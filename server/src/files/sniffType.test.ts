import { describe, expect, it } from "vitest";
import { isWhatItSays, sniffType } from "./sniffType.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("sniffType", () => {
  it.each([
    { name: "a PDF", head: bytes("%PDF-1.7\n"), type: "application/pdf" },
    { name: "a PNG", head: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), type: "image/png" },
    { name: "a truncated PNG", head: Uint8Array.of(0x89, 0x50, 0x4e), type: "text/plain" },
    { name: "a zip", head: Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0), type: "application/zip" },
    { name: "a script as text", head: bytes("<script>alert(1)</script>"), type: "text/plain" },
    { name: "an SVG as text", head: bytes("<svg onload=alert(1)>"), type: "text/plain" },
    { name: "GB18030 as text", head: Uint8Array.of(0xb9, 0xf1, 0x2c, 0x0d, 0x0a), type: "text/plain" },
    { name: "UTF-16 as text", head: Uint8Array.of(0xff, 0xfe, 0x41, 0x00), type: "text/plain" },
    {
      name: "a program",
      head: Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x00),
      type: "application/octet-stream",
    },
    { name: "nothing as text", head: new Uint8Array(), type: "text/plain" },
  ])("knows $name", ({ head, type }) => {
    expect(sniffType(head)).toBe(type);
  });
});

describe("isWhatItSays", () => {
  it.each([
    { name: "products.csv", sniffed: "text/plain", is: true },
    { name: "PRODUCTS.CSV", sniffed: "text/plain", is: true },
    { name: "products.csv", sniffed: "application/zip", is: false },
    { name: "photo.png", sniffed: "text/plain", is: false },
    { name: "page.html", sniffed: "text/plain", is: false },
    { name: "drawing.svg", sniffed: "text/plain", is: false },
    { name: "noextension", sniffed: "text/plain", is: false },
  ] as const)("$name that is $sniffed: $is", ({ name, sniffed, is }) => {
    expect(isWhatItSays(name, sniffed)).toBe(is);
  });
});
