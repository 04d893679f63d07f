import { recordSchemas } from "@sluice/domain";
import { expect, it } from "vitest";
import { tryCondition } from "./tryCondition.ts";

const record = { effectiveDiscount: "0.18", total: "1000.00", "customer.grade": "a", validUntil: "2026-12-31" };
const on = { schemas: recordSchemas, recordType: "quote", record, at: "2026-11-23T01:00:00.000Z" };

it.each([
  {
    name: "holds, exactly at its limit",
    text: "record.effectiveDiscount >= 0.18",
    tried: { answer: "holds", saw: { effectiveDiscount: "0.18" } },
  },
  {
    name: "fails just past it, and says what it saw",
    text: "record.effectiveDiscount > 0.18",
    tried: {
      answer: "fails",
      saw: { effectiveDiscount: "0.18" },
      failed: [{ text: "record.effectiveDiscount > 0.18", saw: { "record.effectiveDiscount": "0.18" } }],
    },
  },
  {
    name: "fails in one of its parts, and says which",
    text: "record.total > 10 && record.effectiveDiscount > 0.2",
    tried: { answer: "fails", failed: [{ text: "record.effectiveDiscount > 0.2" }] },
  },
  {
    name: "looks behind a reference",
    text: 'record.customer.grade == "a"',
    tried: { answer: "holds", saw: { "customer.grade": "a" } },
  },
  {
    name: "cannot be worked out on an empty field",
    text: "record.total > 10 && record.margin > 0.1",
    tried: { answer: "broken", reason: "record.margin > 0.1", saw: { margin: null } },
  },
  {
    name: "asks whether a field is empty",
    text: "!has(record.margin)",
    tried: { answer: "holds", saw: { margin: null } },
  },
  { name: "is neither true nor false", text: "record.total + 1", tried: { answer: "broken" } },
  { name: "is no expression", text: "record.total >", tried: { answer: "broken", saw: {} } },
  {
    name: "hangs on a variable, too",
    text: "vars.seen && record.total > 1",
    tried: { answer: "open", roots: ["vars"] },
  },
  { name: "is always true", text: "true", tried: { answer: "holds", saw: {} } },
])("a condition that $name", ({ text, tried }) => {
  expect(tryCondition(text, on)).toMatchObject(tried);
});
