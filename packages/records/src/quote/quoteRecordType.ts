import { COST_SIGNED_RULE, MAY_SEND_RULE, recordSchemas, searchTokens } from "@sluice/domain";
import { quoteCostProblems } from "../costing/costProblems.ts";
import type { RecordType } from "../registry/recordType.ts";
import { textIn } from "../values/fieldValues.ts";
import { asAgreedProblems, isAsAgreed, keepAgreedTerms } from "./agreedTerms.ts";
import { keepCostOverride } from "./costOverride.ts";
import { mayDeleteQuote, toldFieldsOfQuote } from "./issued.ts";
import { settleQuote } from "./settleQuote.ts";

/** Quotes: whoever moves one past its drafts, by whatever way, meets the rule that its cost is signed, and sends only what was approved. */
export const quoteRecordType: RecordType = {
  schema: recordSchemas.quote,
  table: "quote",
  rank: 30,
  lines: { lines: { table: "quote_line", parent: "quote_id" } },
  settle: settleQuote,
  mayDelete: mayDeleteQuote,
  toldFields: toldFieldsOfQuote,
  afterWrite: async (quote, before, ctx) => {
    await keepAgreedTerms(quote, before, ctx);
    await keepCostOverride(quote, before, ctx);
  },
  derivedFacts: {
    asAgreed: isAsAgreed,
    costCleared: async (quote, ctx) => (await quoteCostProblems(quote, ctx)).length === 0,
  },
  rules: {
    [COST_SIGNED_RULE]: quoteCostProblems,
    [MAY_SEND_RULE]: async (quote, ctx) => [
      ...(await quoteCostProblems(quote, ctx)),
      ...(await asAgreedProblems(quote, ctx)),
    ],
  },
  controlPoints: { "quote.submitted": [COST_SIGNED_RULE], "quote.sent": [COST_SIGNED_RULE] },
  extraColumns: ({ fields }) => ({ tokens: searchTokens([textIn(fields, "number"), textIn(fields, "name")]) }),
};
