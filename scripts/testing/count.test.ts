import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest } from "./count.ts";

const failedFile = { status: "failed", assertionResults: [{ status: "failed" }] };
const unloadable = { status: "failed", assertionResults: [] };

describe("countVitest", () => {
  it.each([
    { name: "all green", report: { numPassedTests: 3, testResults: [] }, passed: 3, failed: 0 },
    {
      name: "one red",
      report: { numPassedTests: 2, numFailedTests: 1, testResults: [failedFile] },
      passed: 2,
      failed: 1,
    },
    {
      name: "a file that does not load",
      report: { numPassedTests: 2, testResults: [unloadable] },
      passed: 2,
      failed: 1,
    },
    {
      name: "a skipped test",
      report: { numPassedTests: 2, numPendingTests: 1, testResults: [] },
      passed: 2,
      failed: 1,
    },
    { name: "a test that is to be written", report: { numPassedTests: 2, numTodoTests: 1 }, passed: 2, failed: 1 },
    { name: "no tests at all", report: { numPassedTests: 0, testResults: [] }, passed: 0, failed: 1 },
    { name: "no report", report: null, passed: 0, failed: 1 },
  ])("$name: $passed passed, $failed failed", ({ report, passed, failed }) => {
    expect(countVitest(report)).toMatchObject({ passed, failed });
  });
});

describe("countPlaywright", () => {
  it.each([
    { name: "all green", report: { stats: { expected: 4 }, errors: [] }, passed: 4, failed: 0 },
    { name: "one red, one flaky", report: { stats: { expected: 1, unexpected: 1, flaky: 1 } }, passed: 1, failed: 2 },
    { name: "a file that does not load", report: { stats: { expected: 0 }, errors: [{}] }, passed: 0, failed: 1 },
    { name: "a skipped test", report: { stats: { expected: 1, skipped: 1 } }, passed: 1, failed: 1 },
    { name: "no report", report: null, passed: 0, failed: 1 },
  ])("$name: $passed passed, $failed failed", ({ report, passed, failed }) => {
    expect(countPlaywright(report)).toMatchObject({ passed, failed });
  });
});
