import type { outbox as english } from "../en/outbox.ts";
import type { TranslationOf } from "../translation.ts";

export const outbox: TranslationOf<typeof english> = {
  title: "邮件发件箱",
  lead: "未配置邮件服务器时，邮件保留在此而不发出。",
  emptyTitle: "暂无邮件",
  emptyText: "流程发送的邮件会显示在这里。",
  to: "发送给 {{to}}",
  more: "显示更多",
};
