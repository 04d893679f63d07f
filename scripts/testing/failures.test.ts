import { describe, expect, it } from "vitest";
import { failuresOfPlaywright, failuresOfVitest } from "./failures.ts";

const test = (status: string, fullName: string, ...failureMessages: string[]) => ({
  status,
  fullName,
  failureMessages,
});
const file = (status: string, ...assertionResults: unknown[]) => ({
  status,
  name: "/at/doors/lists.test.ts",
  assertionResults,
});

describe("failuresOfVitest", () => {
  it.each([
    { of: "all green", testResults: [file("passed", test("passed", "lists"))], lines: [] },
    {
      of: "one of two",
      testResults: [file("failed", test("passed", "lists a"), test("failed", "lists b", "Error: no\n  at line 3"))],
      lines: ["lists.test.ts > lists b > Error: no"],
    },
    {
      of: "a file that does not load",
      testResults: [{ ...file("failed"), message: "Cannot find package" }],
      lines: ["lists.test.ts > Cannot find package"],
    },
  ])("$of", ({ testResults, lines }) => {
    expect(failuresOfVitest({ testResults })).toEqual(lines);
  });

  it("repeats no more than 300 characters of a reason", () => {
    const [line = ""] = failuresOfVitest({ testResults: [file("failed", test("failed", "it", "x".repeat(301)))] });
    expect(line).toHaveLength("lists.test.ts > it > ".length + 300);
  });

  it("finds nothing where there is no report", () => {
    expect(failuresOfVitest(null)).toEqual([]);
  });
});

describe("failuresOfPlaywright", () => {
  const spec = (ok: boolean, title: string, ...errors: unknown[]) => ({
    ok,
    title,
    file: "e2e/admin.spec.ts",
    tests: [{ results: [{ errors }] }],
  });

  it.each([
    { of: "all green", report: { suites: [{ specs: [spec(true, "a")] }] }, lines: [] },
    {
      of: "one red, in a suite of a suite",
      report: { suites: [{ suites: [{ specs: [spec(true, "a"), spec(false, "b", { message: "Error: no" })] }] }] },
      lines: ["admin.spec.ts > b > Error: no"],
    },
    { of: "a file that does not load", report: { errors: [{ message: "No such file" }] }, lines: ["No such file"] },
  ])("$of", ({ report, lines }) => {
    expect(failuresOfPlaywright(report)).toEqual(lines);
  });
});
