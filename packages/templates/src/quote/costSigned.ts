/** What a quote needs before it leaves: a cost sheet signed off, and who can see to it. */
export const costSigned = {
  condition: { rule: "quote.costSigned" },
  sentence: { en: "No quote leaves before its cost sheet is signed off.", zh: "成本单签核之前，报价单不得发出。" },
  whoCanClear: [{ by: "role" as const, role: "finance" }],
  start: "costSignOff",
};

/** What a quote needs before it is sent: its cost still signed off, and nothing changed since it was approved. */
export const maySend = { ...costSigned, condition: { rule: "quote.maySend" } };
