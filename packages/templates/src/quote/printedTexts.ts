/** What a printed quote says before its lines and at its end: a greeting, and whom to ask. */
export const printedTexts = {
  opening: {
    value: {
      en: "Thank you for your enquiry. We are pleased to make you the following offer.",
      zh: "感谢您的询价，我们很高兴为您提供以下报价。",
    },
  },
  closing: {
    expression:
      '{"en": shown(record.?owner, "en") + " will gladly answer your questions about this offer.", "zh": "如对本报价有任何疑问，请随时联系" + shown(record.?owner, "zh") + "。"}',
  },
} as const;
