import { describe, expect, it } from "vitest";
import { createLogger } from "./createLogger.ts";

const linesOf = (log: (write: { write(line: string): void }) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  log({ write: (line) => lines.push(line) });
  return lines.map((line) => {
    const entry: Record<string, unknown> = JSON.parse(line);
    return entry;
  });
};

describe("createLogger", () => {
  it("writes one JSON object a line, with name and instant", () => {
    const [line] = linesOf((to) => createLogger("server", { level: "info" }, to).info({ caseId: "c1" }, "moved"));

    expect(line).toMatchObject({ name: "server", msg: "moved", caseId: "c1" });
    expect(line?.["time"]).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it.each([
    { name: "a password at the top", entry: { password: "pw-1" } },
    { name: "a database address one level down", entry: { database: { url: "pw-1" } } },
    { name: "an API key in the headers of a request", entry: { req: { headers: { "x-api-key": "pw-1" } } } },
    { name: "a session cookie", entry: { headers: { cookie: "pw-1" } } },
  ])("hides $name", ({ entry }) => {
    const [line] = linesOf((to) => createLogger("server", { level: "info" }, to).info(entry));

    expect(JSON.stringify(line)).not.toContain("pw-1");
    expect(JSON.stringify(line)).toContain("[hidden]");
  });
});
