import { describe, expect, it } from "vitest";
import { staleAfter } from "./staleAfter.ts";

const news = (type: string, id = "a") => ({ type, id, version: 2 });

describe("staleAfter", () => {
  it.each([
    { name: "a record's own page", given: news("quote"), key: ["quotes.get", { id: "a" }], stale: true },
    { name: "not the page of its neighbour", given: news("quote"), key: ["quotes.get", { id: "b" }], stale: false },
    { name: "the lists of its type", given: news("quote"), key: ["quotes.list", {}, "pages"], stale: true },
    { name: "not the lists of another type", given: news("quote"), key: ["orders.list", {}, "pages"], stale: false },
    {
      name: "what is missing, whatever changed",
      given: news("costSheet"),
      key: ["quotes.missing", { id: "b" }],
      stale: true,
    },
    {
      name: "inbox and count after a task",
      given: news("task"),
      key: ["tasks.inbox", { filter: "all" }, "pages"],
      stale: true,
    },
    { name: "not another task's page", given: news("task"), key: ["tasks.get", { id: "b" }], stale: false },
    { name: "a case page after its case", given: news("case"), key: ["cases.get", { id: "a" }], stale: true },
    {
      name: "the counts on the canvas after a case",
      given: news("case"),
      key: ["processes.live", { key: "quote" }],
      stale: true,
    },
    {
      name: "who waits at a step after a case",
      given: news("case"),
      key: ["processes.waiting", { key: "quote", node: "draft" }],
      stale: true,
    },
    { name: "not the life cycles after a case", given: news("case"), key: ["processes.page", {}], stale: false },
    { name: "the life cycles after a process", given: news("process"), key: ["processes.page", {}], stale: true },
    { name: "the bell after a notice", given: news("notice"), key: ["notices.count"], stale: true },
    { name: "not the bell after a task", given: news("task"), key: ["notices.count"], stale: false },
    { name: "not the schemas with everything else", given: news("*"), key: ["catalog.recordSchemas"], stale: false },
    { name: "the schemas after a field", given: news("field"), key: ["catalog.recordSchemas"], stale: true },
    { name: "never the blocks", given: news("field"), key: ["catalog.blocks"], stale: false },
    { name: "the list of fields after a field", given: news("field"), key: ["fields.list"], stale: true },
    { name: "everything else when the place is lost", given: news("*"), key: ["people.list"], stale: true },
  ])("$name", ({ given, key, stale }) => {
    expect(staleAfter(given, key)).toBe(stale);
  });
});
