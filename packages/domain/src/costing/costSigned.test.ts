import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "../money/decimal.ts";
import { contentHash } from "./contentHash.ts";
import { costDrift } from "./costDrift.ts";
import { quotedLineText, type CostedContent, type QuotedLine } from "./costedContent.ts";
import { costSheetValidInputs } from "./costSheetValid.ts";
import { costSigned, type CostFacts, type SheetFacts } from "./costSigned.ts";
import { costTotals } from "./costTotals.ts";

const aLine = (id: string, change: Partial<QuotedLine> = {}): QuotedLine => ({
  id,
  product: "p",
  description: `Line ${id}`,
  quantity: "2",
  unit: "pcs",
  ...change,
});
const lines = [aLine("a"), aLine("b")];
const aSheet: SheetFacts = {
  id: "s",
  number: "CS-2026-000001",
  signedAt: "2026-03-01T00:00:00.000Z",
  hasLapsed: false,
  validUntil: "2026-03-31",
  signedHash: "h",
  hashNow: "h",
  signedLines: Object.fromEntries(lines.map((line) => [line.id, quotedLineText(line)])),
  drift: new Decimal(0),
};
const facts = (
  change: {
    readonly sheet?: Partial<SheetFacts> | null;
    readonly lines?: readonly QuotedLine[];
    readonly todayOn?: string;
  } = {},
): CostFacts => ({
  quote: { id: "q", number: "Q-2026-000001", lines: change.lines ?? lines },
  sheet: change.sheet === null ? null : { ...aSheet, ...change.sheet },
  todayOn: change.todayOn ?? "2026-03-31",
});
const reasonsOf = (given: CostFacts) =>
  costSigned(given).map((it) => [it.values["reason"], it.values["line"]].filter((part) => part !== undefined));

describe("costSigned", () => {
  it.each([
    { name: "nothing against a signed sheet on its last day", given: facts(), reasons: [] },
    { name: "no sheet", given: facts({ sheet: null }), reasons: [["none"]] },
    {
      name: "an unsigned sheet, and nothing else about it",
      given: facts({ sheet: { signedAt: null, hashNow: "other" }, todayOn: "2027-01-01" }),
      reasons: [["unsigned"]],
    },
    { name: "the day after the last", given: facts({ todayOn: "2026-04-01" }), reasons: [["expired"]] },
    { name: "no end, long after", given: facts({ sheet: { validUntil: null }, todayOn: "2036-01-01" }), reasons: [] },
    {
      name: "a changed line",
      given: facts({ sheet: { hashNow: "i" }, lines: [aLine("a"), aLine("b", { quantity: "3" })] }),
      reasons: [["changed", 2]],
    },
    {
      name: "a new line",
      given: facts({ sheet: { hashNow: "i" }, lines: [...lines, aLine("c")] }),
      reasons: [["changed", 3]],
    },
    {
      name: "a line that is gone",
      given: facts({ sheet: { hashNow: "i" }, lines: [aLine("a")] }),
      reasons: [["changed", null]],
    },
    { name: "a changed cost or rate", given: facts({ sheet: { hashNow: "i" } }), reasons: [["changed"]] },
    { name: "drift at the tolerance", given: facts({ sheet: { drift: new Decimal("0.03") } }), reasons: [] },
    {
      name: "drift past the tolerance",
      given: facts({ sheet: { drift: new Decimal("0.0300001") } }),
      reasons: [["drift"]],
    },
    {
      name: "an unchanged sheet whose process has moved back",
      given: facts({ sheet: { hasLapsed: true } }),
      reasons: [["unsigned"]],
    },
    {
      name: "the change rather than the lapse that it caused",
      given: facts({ sheet: { hasLapsed: true, hashNow: "i" } }),
      reasons: [["changed"]],
    },
    {
      name: "all at once",
      given: facts({ sheet: { hashNow: "i", drift: new Decimal(1) }, todayOn: "2026-04-01" }),
      reasons: [["expired"], ["changed"], ["drift"]],
    },
  ])("answers $name", ({ given, reasons }) => {
    expect(reasonsOf(given)).toEqual(reasons);
  });

  it("says which line, who can clear it and what would start it", () => {
    const [it_] = costSigned(facts({ sheet: { hashNow: "i" }, lines: [aLine("a"), aLine("b", { quantity: "3" })] }));
    expect(it_).toMatchObject({
      code: "COST_NOT_SIGNED",
      rule: "quote.costSigned",
      start: "costSignOff",
      whoCanClear: [{ role: "costEngineer" }, { role: "finance" }],
      sentence: {
        en: "Cost sheet CS-2026-000001 was signed for something else than quote Q-2026-000001 says now (line 2: Line b).",
      },
    });
  });
});

describe("contentHash", () => {
  const content: CostedContent = {
    quoteId: "q",
    quoteCurrency: "CNY",
    currency: "CNY",
    rateDate: "2026-03-01",
    quoteLines: lines,
    sheetLines: [
      {
        id: "1",
        kind: "material",
        quoteLine: "a",
        description: "Steel",
        quantity: "1",
        unitCost: "5",
        currency: "CNY",
        rate: "1",
      },
    ],
  };
  const [sheetLine] = content.sheetLines;
  if (sheetLine === undefined) throw new Error("a costed content has a line");

  it("stays what it was: a changed format would make every signature stale", () => {
    expect(contentHash(content)).toMatchInlineSnapshot(
      `"01e449005044a82fad28d8ef7f1d829f87ef7fee4d765a18966e9e56a77bdded"`,
    );
  });

  it.each<{ name: string; changed: CostedContent }>([
    { name: "a quantity", changed: { ...content, quoteLines: [aLine("a", { quantity: "2.0001" }), aLine("b")] } },
    { name: "a product", changed: { ...content, quoteLines: [aLine("a", { product: null }), aLine("b")] } },
    { name: "a cost", changed: { ...content, sheetLines: [{ ...sheetLine, unitCost: "5.0001" }] } },
    { name: "a corrected rate", changed: { ...content, sheetLines: [{ ...sheetLine, rate: "1.0001" }] } },
    { name: "the day of its rates", changed: { ...content, rateDate: "2026-03-02" } },
    { name: "a currency", changed: { ...content, quoteCurrency: "EUR" } },
    { name: "a line less", changed: { ...content, quoteLines: [aLine("a")] } },
  ])("differs after $name changed", ({ changed }) => {
    expect(contentHash(changed)).not.toBe(contentHash(content));
  });

  it("does not depend on the order of lines, and on nothing else but equality", () => {
    const aQuoted = fc.record({
      id: fc.uuid(),
      product: fc.option(fc.uuid()),
      description: fc.string(),
      quantity: fc.string(),
      unit: fc.option(fc.string()),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(aQuoted, { selector: ({ id }) => id }),
        fc.uniqueArray(aQuoted, { selector: ({ id }) => id }),
        (one, other) => {
          const hash = (quoteLines: readonly QuotedLine[]) => contentHash({ ...content, quoteLines });
          expect(hash(one.toReversed())).toBe(hash(one));
          const spelled = (list: readonly QuotedLine[]) => list.map(quotedLineText).toSorted().join();
          expect(hash(one) === hash(other)).toBe(spelled(one) === spelled(other));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("costDrift", () => {
  const moved = (amount: string, costThen: string, costNow: string) => ({
    amount: new Decimal(amount),
    costThen: new Decimal(costThen),
    costNow: new Decimal(costNow),
  });
  it.each([
    { name: "nothing moved", total: "1000", movements: [moved("600", "10", "10")], drift: "0" },
    { name: "up", total: "1000", movements: [moved("600", "10", "10.5")], drift: "0.03" },
    { name: "down", total: "1000", movements: [moved("600", "10", "9.5")], drift: "0.03" },
    {
      name: "one up, one down",
      total: "1000",
      movements: [moved("500", "10", "11"), moved("500", "10", "9")],
      drift: "0",
    },
    { name: "a product that cost nothing", total: "1000", movements: [moved("500", "0", "9")], drift: "0" },
    { name: "an empty sheet", total: "0", movements: [moved("0", "1", "9")], drift: "0" },
  ])("sees $name", ({ total, movements, drift }) => {
    expect(costDrift(new Decimal(total), movements).toFixed()).toBe(drift);
  });
});

describe("costTotals", () => {
  it("rounds each line once in the sheet's currency", () => {
    const { lines: totals, total } = costTotals(
      [
        { quantity: new Decimal("1.5"), unitCost: new Decimal("3.33"), rate: new Decimal("7.1") },
        { quantity: new Decimal(1), unitCost: new Decimal("0.005"), rate: new Decimal(1) },
      ],
      "CNY",
    );
    expect([...totals, total].map((it) => it.toFixed())).toEqual(["35.46", "0.01", "35.47"]);
  });
});

describe("costSheetValidInputs", () => {
  it("watches the quote, the sheet and each product once", () => {
    expect(
      costSheetValidInputs({ quoteId: "q", sheetId: "s", productIds: ["p2", "p1", "p2"] }).map(
        ({ recordType, recordId }) => `${recordType} ${recordId}`,
      ),
    ).toEqual(["quote q", "costSheet s", "product p1", "product p2"]);
  });
});
