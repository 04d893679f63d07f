export const notices = {
  title: "Notices",
  unread_one: "{{count}} new notice",
  unread_other: "{{count}} new notices",
  markRead: "Mark all as read",
  emptyTitle: "No notices",
  emptyText: "What processes tell you will stand here.",
  more: "Show more",
} as const;
