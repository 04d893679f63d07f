import type { AppRouter } from "@sluice/server";
import { createTRPCUntypedClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { i18n } from "../i18n/i18n.ts";

const url = "/trpc";
const headers = () => ({ "x-sluice-language": i18n.language === "zh" ? "zh" : "en" });

/** The context of a question that takes seconds: it is asked alone, so that nothing else waits for its answer. */
export const alone = { alone: true } as const;

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
      false: splitLink({
        condition: (operation) => operation.context["alone"] === true,
        true: httpLink({ url, headers }),
        false: httpBatchLink({ url, maxItems: 20, headers }),
      }),
    }),
  ],
});
