import { createHash } from "node:crypto";
import { demoCustomers } from "./demoCustomers.ts";
import { demoProducts } from "./demoProducts.ts";

/** A quote of the demo firm that is over: what was offered, and how it went. Times are in hours of work after the one before. */
export interface PastQuote {
  readonly place: number;
  readonly rep: "chen.rui" | "sofia";
  readonly customer: number;
  readonly name: string;
  readonly discount: string;
  readonly lines: readonly (readonly [sku: string, quantity: string])[];
  readonly costedAfter: number;
  readonly signedAfter: number;
  readonly submittedAfter: number;
  readonly manager: { readonly act: "approve" | "reject" | "sendBack"; readonly after: number };
  readonly finance: { readonly act: "approve" | "reject"; readonly after: number };
  readonly sentAfter: number;
  readonly answer: { readonly move: "accept" | "decline"; readonly after: number };
  readonly reason: string;
}

const shops = [
  "Filling line",
  "Packing cell",
  "Winding stand",
  "Press feeder",
  "Test bench",
  "Pick-and-place",
  "输送线改造",
  "包装机伺服",
  "检测工位",
  "码垛单元",
];
const reasons = ["Price too high", "Bought elsewhere", "Project put off", "价格偏高", "项目暂缓", "选用了其他供应商"];

/** A share from 0 up to 1 that is always the same for the same words. */
const shareOf = (...words: readonly (string | number)[]): number =>
  Number.parseInt(createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 8), 16) / 2 ** 32;

const pick = <T>(all: readonly T[], share: number): T => {
  const found = all[Math.floor(share * all.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
};

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Discounts as they are asked for: mostly small, some over the manager's limit, few over finance's. */
const discountOf = (share: number): string =>
  (share < 0.55 ? share * 0.26 : share < 0.85 ? share * 0.27 : share * 0.34).toFixed(3);

/** The past quote at a place of the firm's history; the same each time. */
export const pastQuote = (place: number): PastQuote => {
  const drawn = (what: string): number => shareOf("past quote", place, what);
  const hours = (what: string, from: number, to: number): number =>
    Math.round((from + drawn(what) ** 2 * (to - from)) * 60) / 60;
  const customer = Math.floor(drawn("customer") * demoCustomers.length);
  const inChinese = isChinese(demoCustomers[customer]?.name ?? "");
  const verdict = drawn("manager");
  const names = shops.filter((name) => isChinese(name) === inChinese);
  return {
    place,
    rep: inChinese ? "chen.rui" : "sofia",
    customer,
    name: `${pick(names, drawn("name"))} ${place + 1}`,
    discount: discountOf(drawn("discount")),
    lines: Array.from({ length: 1 + Math.floor(drawn("lines") * 4) }, (_none, index) => [
      pick(demoProducts, drawn(`sku ${index}`)).sku,
      String(1 + Math.floor(drawn(`quantity ${index}`) * 20)),
    ]),
    costedAfter: hours("costed", 1, 9),
    signedAfter: hours("signed", 0.5, 7),
    submittedAfter: hours("submitted", 0.2, 5),
    manager: {
      act: verdict < 0.76 ? "approve" : verdict < 0.9 ? "reject" : "sendBack",
      after: hours("managed", 0.3, 14),
    },
    finance: { act: drawn("finance") < 0.8 ? "approve" : "reject", after: hours("financed", 0.5, 16) },
    sentAfter: hours("sent", 0.2, 6),
    answer: { move: drawn("answer") < 0.45 ? "accept" : "decline", after: hours("answered", 4, 70) },
    reason: pick(
      reasons.filter((reason) => isChinese(reason) === inChinese),
      drawn("reason"),
    ),
  };
};
