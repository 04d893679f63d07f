import { problem, verdict, type Clearer, type Problem, type ProblemValue, type Verdict } from "@sluice/problems";
import { Decimal } from "../money/decimal.ts";
import { COST_DRIFT_TOLERANCE } from "./costDrift.ts";
import { quotedLineText, type QuotedLine } from "./costedContent.ts";

/** The key under which processes and control points name this rule. */
export const COST_SIGNED_RULE = "quote.costSigned";
/** The key of the rule before sending: the cost is signed, and the quote says what was approved. */
export const MAY_SEND_RULE = "quote.maySend";
/** Every rule of the domain that a process may name. */
export const ruleKeys: readonly string[] = [COST_SIGNED_RULE, MAY_SEND_RULE];
/** The milestone that a quote's cost stands good: signed off for what is quoted, or let go by somebody else for exactly that. */
export const COST_CLEARED = "cost.cleared";
/** The milestones that are reached wherever a rule holds, by rule: what a proof may rely on. */
export const vouchedMilestones: Readonly<Record<string, readonly string[]>> = {
  [COST_SIGNED_RULE]: [COST_CLEARED],
  [MAY_SEND_RULE]: [COST_CLEARED],
};
/** The process that clears it. */
export const COST_SIGN_OFF_PROCESS = "costSignOff";

export type CostNotSignedReason = "none" | "unsigned" | "outdated" | "expired" | "changed" | "drift";

/** What stands now in the newest cost sheet of a quote. */
export interface SheetFacts {
  readonly id: string;
  readonly number: string;
  readonly signedAt: string | null;
  /** True when its process has left the stage in which it was signed: then it is to be signed again, even unchanged. */
  readonly hasLapsed: boolean;
  /** The last day for which it was signed; null never expires. */
  readonly validUntil: string | null;
  /** The fingerprint it was signed with, and the one of what stands now. */
  readonly signedHash: string | null;
  readonly hashNow: string;
  /** `quotedLineText` of every quoted line when it was signed, by line id. */
  readonly signedLines: Readonly<Record<string, string>>;
  /** As `costDrift` answers. */
  readonly drift: Decimal;
}

export interface CostFacts {
  readonly quote: { readonly id: string; readonly number: string; readonly lines: readonly QuotedLine[] };
  readonly sheet: SheetFacts | null;
  /** Today in the firm's zone, `2026-03-31`. */
  readonly todayOn: string;
  /** The policy's tolerance, a share; three percent unless the firm says otherwise. */
  readonly tolerance?: string;
}

const whoSigns: readonly Clearer[] = [{ role: "finance" }];
const whoCosts: readonly Clearer[] = [{ role: "costEngineer" }];

const sentences: Readonly<Record<CostNotSignedReason, { readonly en: string; readonly zh: string }>> = {
  none: { en: "Quote {quote} has no cost sheet yet.", zh: "报价单{quote}尚无成本单。" },
  unsigned: {
    en: "Cost sheet {sheet} of quote {quote} is not signed yet.",
    zh: "报价单{quote}的成本单{sheet}尚未签核。",
  },
  outdated: {
    en: "Quote {quote} was changed after cost sheet {sheet} was costed{where}.",
    zh: "成本单{sheet}核算之后，报价单{quote}的内容已变更{where}。",
  },
  expired: {
    en: "Cost sheet {sheet} of quote {quote} expired on {validUntil}.",
    zh: "报价单{quote}的成本单{sheet}已于{validUntil}过期。",
  },
  changed: {
    en: "Cost sheet {sheet} was signed for something else than quote {quote} says now{where}.",
    zh: "成本单{sheet}签核后，报价单{quote}的内容已变更{where}。",
  },
  drift: {
    en: "Costs have moved by {drift} since sheet {sheet} was signed; {tolerance} is tolerated.",
    zh: "成本单{sheet}签核后成本变动{drift}，超出容差{tolerance}。",
  },
};

const shown = (value: ProblemValue | undefined): string =>
  typeof value === "string" || typeof value === "number" ? `${value}` : "";

const filled = (template: string, values: Readonly<Record<string, ProblemValue>>): string =>
  template.replaceAll(/\{(\w+)\}/gu, (_all, key: string) => shown(values[key]));

const notSigned = (
  reason: CostNotSignedReason,
  values: Readonly<Record<string, ProblemValue>>,
  where: { readonly en: string; readonly zh: string } = { en: "", zh: "" },
): Problem =>
  problem(
    "COST_NOT_SIGNED",
    { ...values, reason },
    {
      rule: COST_SIGNED_RULE,
      whoCanClear: reason === "unsigned" ? whoSigns : reason === "outdated" ? whoCosts : [...whoCosts, ...whoSigns],
      start: COST_SIGN_OFF_PROCESS,
      sentence: {
        en: filled(sentences[reason].en, { ...values, where: where.en }),
        zh: filled(sentences[reason].zh, { ...values, where: where.zh }),
      },
    },
  );

/** One problem per quoted line that is new, gone or different; one for the sheet when the difference is in the costs. */
const changes = (
  reason: "changed" | "outdated",
  quote: CostFacts["quote"],
  sheet: Pick<SheetFacts, "id" | "number" | "signedLines">,
): readonly Problem[] => {
  const values = { quote: quote.number, quoteId: quote.id, sheet: sheet.number, sheetId: sheet.id };
  const standing = new Map(
    quote.lines.map((line, index) => [line.id, { text: quotedLineText(line), place: index + 1, line }]),
  );
  const changedOrNew = [...standing].filter(([id, { text }]) => sheet.signedLines[id] !== text);
  const gone = Object.keys(sheet.signedLines).filter((id) => !standing.has(id));
  const lineProblems = [
    ...changedOrNew.map(([id, { place, line }]) =>
      notSigned(
        reason,
        { ...values, line: place, lineId: id, description: line.description },
        { en: ` (line ${place}: ${line.description})`, zh: `（第${place}行：${line.description}）` },
      ),
    ),
    ...gone.map((id) =>
      notSigned(
        reason,
        { ...values, line: null, lineId: id },
        { en: " (a costed line is gone)", zh: "（已核算的行被删除）" },
      ),
    ),
  ];
  return lineProblems.length > 0 ? lineProblems : [notSigned(reason, values)];
};

/**
 * What stands against signing a sheet whose quote has moved on since it was costed: a signature vouches for what was costed,
 * never for what was written into the quote afterwards.
 *
 * @problem COST_NOT_SIGNED - `reason` outdated, one for each quoted line that differs (`line`, `lineId`)
 */
export const costingOutdated = (
  quote: CostFacts["quote"],
  sheet: { readonly id: string; readonly number: string; readonly costedLines: Readonly<Record<string, string>> },
): Verdict => changes("outdated", quote, { id: sheet.id, number: sheet.number, signedLines: sheet.costedLines });

const percent = (share: Decimal): string => `${share.times(100).toDecimalPlaces(2).toFixed()} %`;

/**
 * Decides whether the cost of a quote is signed off for what it says now.
 *
 * Pure: today and the fingerprints are arguments. Reports every reason at once; `none` and `unsigned` stand alone.
 * Whoever may clear it and the process that does stand in each problem.
 *
 * @problem COST_NOT_SIGNED - `reason` none: no sheet · unsigned · expired: past `validUntil` · changed: a quoted line (`line`,
 * `lineId`), a cost or a rate differs from what was signed · drift: costs ran further than the tolerance
 */
export const costSigned = ({ quote, sheet, todayOn, tolerance = COST_DRIFT_TOLERANCE }: CostFacts): Verdict => {
  const values = { quote: quote.number, quoteId: quote.id };
  if (sheet === null) return [notSigned("none", values)];
  const withSheet = { ...values, sheet: sheet.number, sheetId: sheet.id };
  if (sheet.signedAt === null || sheet.signedHash === null) return [notSigned("unsigned", withSheet)];
  const reasons = verdict([
    sheet.validUntil !== null &&
      sheet.validUntil < todayOn &&
      notSigned("expired", { ...withSheet, validUntil: sheet.validUntil }),
    ...(sheet.signedHash === sheet.hashNow ? [] : changes("changed", quote, sheet)),
    sheet.drift.gt(new Decimal(tolerance)) &&
      notSigned("drift", { ...withSheet, drift: percent(sheet.drift), tolerance: percent(new Decimal(tolerance)) }),
  ]);
  return reasons.length === 0 && sheet.hasLapsed ? [notSigned("unsigned", withSheet)] : reasons;
};
