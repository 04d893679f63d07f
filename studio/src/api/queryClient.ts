import { QueryCache, QueryClient } from "@tanstack/react-query";
import { sessionEnded } from "../signIn/sessionState.ts";
import { isForbidden, isNotFound, isRefused, isSignedOut } from "./problemsOf.ts";

/** An answer is an answer: only what failed on the way is asked again. */
const isWorthRetrying = (error: unknown): boolean =>
  !isRefused(error) && !isForbidden(error) && !isNotFound(error) && !isSignedOut(error);

/** The cache of everything asked. News from the server keeps it fresh, so it may be old without harm. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) sessionEnded();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => isWorthRetrying(error) && failures < 2,
      retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
    },
    mutations: { retry: false },
  },
});
