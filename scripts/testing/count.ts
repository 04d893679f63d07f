import { failuresOfPlaywright, failuresOfVitest } from "./failures.ts";
import { isObject, listAt, numberAt } from "./reportParts.ts";

/** How many tests went which way, a line for each that failed, and one for whatever went wrong beside the tests themselves. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  readonly remarks: readonly string[];
}

const noReport: Count = { passed: 0, failed: 1, failures: [], remarks: ["the runner left no report"] };

const skippedRemark = (skipped: number): string[] =>
  skipped === 0 ? [] : [`${skipped} skipped: a skipped test counts as failed`];

/** Counts a report of vitest. A file that could not even be loaded counts as one failed test. */
export const countVitest = (report: unknown): Count => {
  if (!isObject(report)) return noReport;
  const files = listAt(report, "testResults");
  const unloadable = files.filter(
    (file) =>
      isObject(file) &&
      file["status"] === "failed" &&
      !listAt(file, "assertionResults").some((test) => isObject(test) && test["status"] === "failed"),
  ).length;
  const skipped = numberAt(report, "numPendingTests") + numberAt(report, "numTodoTests");
  const passed = numberAt(report, "numPassedTests");
  const failed = numberAt(report, "numFailedTests") + unloadable + skipped;
  const isEmpty = passed + failed === 0;
  return {
    passed,
    failed: isEmpty ? 1 : failed,
    failures: failuresOfVitest(report),
    remarks: [...skippedRemark(skipped), ...(isEmpty ? ["the layer has no tests"] : [])],
  };
};

/** Counts a report of Playwright. A test that passed only when it was tried again counts as failed. */
export const countPlaywright = (report: unknown): Count => {
  const stats = isObject(report) && isObject(report["stats"]) ? report["stats"] : null;
  if (stats === null) return noReport;
  const skipped = numberAt(stats, "skipped");
  const passed = numberAt(stats, "expected");
  const failed = numberAt(stats, "unexpected") + numberAt(stats, "flaky") + skipped + listAt(report, "errors").length;
  const isEmpty = passed + failed === 0;
  return {
    passed,
    failed: isEmpty ? 1 : failed,
    failures: failuresOfPlaywright(report),
    remarks: [...skippedRemark(skipped), ...(isEmpty ? ["the layer has no tests"] : [])],
  };
};
