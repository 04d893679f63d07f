import { describe, expect, it } from "vitest";
import { cronFault } from "./cron.ts";

describe("cronFault", () => {
  it.each([
    { name: "every minute", cron: "* * * * *" },
    { name: "the first and the last of each field", cron: "0,59 0,23 1,31 1,12 *" },
    { name: "the days of the week by number", cron: "0 9 * * 0,6" },
    { name: "names in any case", cron: "30 8 * jan-Dec mon-FRI" },
    { name: "steps over all and over a range", cron: "*/15 8-18/2 * * *" },
    { name: "more than one space", cron: " 0  9 * * 1 " },
    { name: "a day that only leap years have", cron: "0 0 29 2 *" },
    { name: "a day that some of the months have", cron: "0 0 31 2,3 *" },
  ])("takes $name", ({ cron }) => {
    expect(cronFault(cron)).toBeNull();
  });

  it.each([
    { name: "nothing", cron: "", fault: "unreadable" },
    { name: "four fields", cron: "0 9 * *", fault: "unreadable" },
    { name: "six fields", cron: "0 0 9 * * 1", fault: "unreadable" },
    { name: "the sixtieth minute", cron: "60 9 * * 1", fault: "unreadable" },
    { name: "the twenty-fourth hour", cron: "0 24 * * 1", fault: "unreadable" },
    { name: "day nought of a month", cron: "0 9 0 * *", fault: "unreadable" },
    { name: "the seventh day of a week", cron: "0 9 * * 7", fault: "unreadable" },
    { name: "a range that runs backwards", cron: "0 18-8 * * *", fault: "unreadable" },
    { name: "a step of nought", cron: "*/0 * * * *", fault: "unreadable" },
    { name: "a step from one number", cron: "5/10 * * * *", fault: "unreadable" },
    { name: "a word", cron: "@daily", fault: "unreadable" },
    { name: "another's zone", cron: "CRON_TZ=UTC 0 9 * *", fault: "unreadable" },
    { name: "the thirtieth of February", cron: "0 0 30 2 *", fault: "never" },
    { name: "a day of the month and one of the week", cron: "0 9 1 * MON", fault: "twoKindsOfDays" },
  ])("refuses $name", ({ cron, fault }) => {
    expect(cronFault(cron)).toBe(fault);
  });
});
