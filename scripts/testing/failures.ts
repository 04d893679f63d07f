import { basename } from "node:path";
import { isObject, listAt, textAt } from "./reportParts.ts";

/** The longest first line of a reason that is repeated. */
const LONGEST_REASON = 300;

const firstLine = (text: string): string => text.trim().split("\n")[0]?.slice(0, LONGEST_REASON) ?? "";
const lineOf = (file: string, test: string, reason: string): string =>
  [basename(file), test, firstLine(reason)].filter((part) => part !== "").join(" > ");
const hasFailed = (it: unknown): boolean => textAt(it, "status") === "failed";
const firstText = (list: readonly unknown[]): string => list.find((it) => typeof it === "string") ?? "";

/** A line for each test of a report of vitest that failed and for each file that did not load: file, name, why. */
export const failuresOfVitest = (report: unknown): readonly string[] =>
  listAt(report, "testResults")
    .filter(hasFailed)
    .flatMap((file) => {
      const failed = listAt(file, "assertionResults").filter(hasFailed);
      const name = textAt(file, "name");
      return failed.length === 0
        ? [lineOf(name, "", textAt(file, "message"))]
        : failed.map((test) => lineOf(name, textAt(test, "fullName"), firstText(listAt(test, "failureMessages"))));
    });

const failuresIn = (suite: unknown): readonly string[] => [
  ...listAt(suite, "specs")
    .filter((spec) => isObject(spec) && spec["ok"] === false)
    .map((spec) => {
      const results = listAt(spec, "tests").flatMap((test) => listAt(test, "results"));
      const error = results.flatMap((result) => listAt(result, "errors"))[0];
      return lineOf(textAt(spec, "file"), textAt(spec, "title"), textAt(error, "message"));
    }),
  ...listAt(suite, "suites").flatMap(failuresIn),
];

/** The same of a report of Playwright. */
export const failuresOfPlaywright = (report: unknown): readonly string[] => [
  ...listAt(report, "suites").flatMap(failuresIn),
  ...listAt(report, "errors").map((error) => lineOf("", "", textAt(error, "message"))),
];
