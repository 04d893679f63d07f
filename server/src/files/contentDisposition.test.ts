import { describe, expect, it } from "vitest";
import { contentDisposition } from "./contentDisposition.ts";

describe("contentDisposition", () => {
  it.each([
    {
      name: "Q-2026-000123.pdf",
      header: `attachment; filename="Q-2026-000123.pdf"; filename*=UTF-8''Q-2026-000123.pdf`,
    },
    { name: "报价单.pdf", header: `attachment; filename="___.pdf"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95.pdf` },
    {
      name: 'a"; x=\r\nSet-Cookie: b',
      header: `attachment; filename="a_; x=__Set-Cookie: b"; filename*=UTF-8''a%22%3B%20x%3D__Set-Cookie%3A%20b`,
    },
    { name: "../../etc/passwd", header: `attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd` },
    { name: "", header: `attachment; filename="file"; filename*=UTF-8''file` },
  ])("writes $name", ({ name, header }) => {
    expect(contentDisposition(name)).toBe(header);
  });
});
