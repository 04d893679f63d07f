export const outbox = {
  title: "Mail outbox",
  lead: "Without a mail server, mail stays here instead of being sent.",
  emptyTitle: "No mail yet",
  emptyText: "What processes send will stand here.",
  to: "To {{to}}",
  more: "Show more",
} as const;
