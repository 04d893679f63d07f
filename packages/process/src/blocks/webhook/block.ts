import type { BlockSchema } from "../blockSchema.ts";

/** Posts JSON to an address outside, signed, under an `Idempotency-Key` that is the same for every attempt. */
export const webhook: BlockSchema = {
  key: "webhook",
  name: { en: "Call a web address", zh: "调用网络地址" },
  description: { en: "Posts data to another system, signed.", zh: "将数据签名后发送到其他系统。" },
  place: "outer",
  inputs: {
    url: { type: "text", label: { en: "Address", zh: "地址" }, required: true, exact: true },
    payload: { type: "json", label: { en: "Data", zh: "数据" }, required: false },
  },
  outputs: {
    status: { type: "integer", label: { en: "Answered status", zh: "返回状态" } },
    answer: { type: "json", label: { en: "Answered data", zh: "返回数据" } },
  },
  onUnknown: "repeat",
  takesBack: true,
  profile: "slow",
};
