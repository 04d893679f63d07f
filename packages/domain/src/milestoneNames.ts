import type { LocalText } from "@sluice/problems";
import { COST_CLEARED } from "./costing/costSigned.ts";

/** What the milestones of the shipped processes and of the domain's rules are called; one that an admin makes up goes by its key. */
export const milestoneNames: Readonly<Record<string, LocalText>> = {
  [COST_CLEARED]: { en: "Cost stands good", zh: "成本已确认" },
  "costSheet.signed": { en: "Cost sheet signed", zh: "成本单已签核" },
  "price.agreed": { en: "Special price agreed", zh: "特价已批准" },
  "quote.submitted": { en: "Quote submitted", zh: "报价已提交" },
  "quote.sent": { en: "Quote sent", zh: "报价已发出" },
  "order.created": { en: "Order created", zh: "订单已创建" },
  "invoice.issued": { en: "Invoice issued", zh: "发票已开具" },
  "invoice.paid": { en: "Invoice paid", zh: "发票已收款" },
  "invoice.dunned": { en: "Invoice dunned", zh: "发票已催款" },
};
