import type { ProcessDefinitionInput } from "@sluice/process";
import { orderStories } from "./stories.ts";

/** The life of an order, as far as it goes before contracts: open until it is done or void. */
export const order: ProcessDefinitionInput = {
  format: 2,
  key: "order",
  name: { en: "Order", zh: "订单" },
  description: { en: "Open until it is done, or annulled with a reason.", zh: "进行中，直至完成，或注明原因作废。" },
  kind: "lifeCycle",
  recordType: "order",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Order created", zh: "新建订单" },
      trigger: { on: "recordCreated" },
      concurrency: "skip",
    },
    {
      id: "open",
      kind: "stage",
      key: "open",
      order: 1,
      name: { en: "Open", zh: "进行中" },
      milestone: "order.created",
      moves: [
        { id: "finish", name: { en: "Done", zh: "完成" }, to: "done", trigger: { by: "person" }, tone: "primary" },
        {
          id: "annul",
          name: { en: "Annul", zh: "作废" },
          to: "annulled",
          trigger: { by: "person" },
          reason: "required",
          tone: "danger",
        },
      ],
    },
    { id: "done", kind: "stage", key: "done", order: 2, name: { en: "Done", zh: "已完成" }, final: "done" },
    { id: "annulled", kind: "stage", key: "annulled", order: 3, name: { en: "Annulled", zh: "已作废" }, final: "void" },
  ],
  edges: [{ id: "begin", from: "start", to: "open" }],
  stories: [...orderStories],
};
