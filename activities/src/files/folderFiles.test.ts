import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FileTooLarge } from "./files.ts";
import { folderFiles } from "./folderFiles.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = folderFiles(join(folder, "kept"), { limitBytes: 10 });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("folderFiles", () => {
  it("gives back what it keeps, and keeps the same content once", async () => {
    const first = await files.keep(bytes("报价单"));
    const second = await files.keep(bytes("报价单"));

    expect(second).toEqual(first);
    expect(new TextDecoder().decode((await files.read(first.place)) ?? bytes(""))).toBe("报价单");
    expect(readdirSync(join(folder, "kept", first.sha256.slice(0, 2)))).toEqual([first.sha256]);
  });

  it("keeps a file of the limit", async () => {
    expect((await files.keep(new Uint8Array(10))).size).toBe(10);
  });

  it("refuses one byte more", async () => {
    await expect(files.keep(new Uint8Array(11))).rejects.toThrow(FileTooLarge);
  });

  it.each(["../secret", "ab/../../secret", "/etc/passwd", "", `ab/${"a".repeat(63)}`, `ab/${"a".repeat(64)}\0`])(
    "reads nothing at %j",
    async (place) => {
      writeFileSync(join(folder, "secret"), "x");

      expect(await files.read(place)).toBeNull();
    },
  );
});
