import type { AppRouter } from "@sluice/server";
import { createTRPCUntypedClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { i18n } from "../i18n/i18n.ts";

const url = "/trpc";

/**
 * The one connection to the server. Answers come in the reader's language.
 *
 * Untyped by path; `useQueryOf`, `usePagesOf` and `useCommand` give it the router's types.
 */
export const client = createTRPCUntypedClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === "subscription",
      true: httpSubscriptionLink({ url }),
      false: httpBatchLink({
        url,
        maxItems: 20,
        headers: () => ({ "x-sluice-language": i18n.language === "zh" ? "zh" : "en" }),
      }),
    }),
  ],
});
