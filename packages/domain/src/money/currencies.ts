import type { LocalText } from "@sluice/problems";

/** The currencies a firm may quote, cost and order in. */
export const currencies: readonly { readonly key: string; readonly label: LocalText }[] = [
  { key: "CNY", label: { en: "Renminbi (CNY)", zh: "人民币 (CNY)" } },
  { key: "USD", label: { en: "US dollar (USD)", zh: "美元 (USD)" } },
  { key: "EUR", label: { en: "Euro (EUR)", zh: "欧元 (EUR)" } },
  { key: "GBP", label: { en: "Pound sterling (GBP)", zh: "英镑 (GBP)" } },
  { key: "HKD", label: { en: "Hong Kong dollar (HKD)", zh: "港币 (HKD)" } },
  { key: "JPY", label: { en: "Yen (JPY)", zh: "日元 (JPY)" } },
  { key: "KRW", label: { en: "Won (KRW)", zh: "韩元 (KRW)" } },
  { key: "KWD", label: { en: "Kuwaiti dinar (KWD)", zh: "科威特第纳尔 (KWD)" } },
  { key: "SGD", label: { en: "Singapore dollar (SGD)", zh: "新加坡元 (SGD)" } },
];
