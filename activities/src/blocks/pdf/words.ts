/** What stands on a printed quote besides its content, per language. */
export const words = {
  en: {
    quote: "Quotation", revision: "Revision", customer: "Customer", contact: "Contact", address: "Address", date: "Date",
    validUntil: "Valid until", item: "Item", quantity: "Quantity", unit: "Unit", unitPrice: "Unit price", discount: "Discount",
    amount: "Amount", listTotal: "List total", wholeDiscount: "Discount on the whole", total: "Total", note: "Note", terms: "Terms",
  },
  zh: {
    quote: "报价单", revision: "版次", customer: "客户", contact: "联系人", address: "地址", date: "日期", validUntil: "有效期至",
    item: "品名", quantity: "数量", unit: "单位", unitPrice: "单价", discount: "折扣", amount: "金额", listTotal: "目录价合计",
    wholeDiscount: "整单折扣", total: "总计", note: "备注", terms: "条款",
  },
} as const;
