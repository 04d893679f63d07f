/** The one outcome of the work that puts right what an approver sent back. */
export const resubmission = { key: "resubmit", name: { en: "Submit again", zh: "重新提交" } } as const;
