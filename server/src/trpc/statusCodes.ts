import type { TRPCError } from "@trpc/server";

/** The tRPC code of each status that the problem catalogue uses. */
const codes: Readonly<Record<number, TRPCError["code"]>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  422: "UNPROCESSABLE_CONTENT",
  429: "TOO_MANY_REQUESTS",
  503: "SERVICE_UNAVAILABLE",
};

/** The tRPC code under which a refusal of this status travels. */
export const trpcCodeOf = (status: number): TRPCError["code"] => codes[status] ?? "INTERNAL_SERVER_ERROR";
