import type { notices as english } from "../en/notices.ts";
import type { TranslationOf } from "../translation.ts";

export const notices: TranslationOf<typeof english> = {
  title: "通知",
  unread_one: "{{count}} 条新通知",
  unread_other: "{{count}} 条新通知",
  markRead: "全部标为已读",
  emptyTitle: "暂无通知",
  emptyText: "流程发给您的通知会显示在这里。",
  more: "显示更多",
};
