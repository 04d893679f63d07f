import { messageOf, problem } from "@sluice/problems";
import type { TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import type { ShownProblem } from "../refusals/shownProblem.ts";
import { ShownRefusal } from "../refusals/shownRefusal.ts";
import type { Context } from "./context.ts";

/** What tRPC errors carry beyond the protocol's own fields. */
export interface ErrorData {
  readonly code: TRPCDefaultErrorShape["data"]["code"];
  readonly httpStatus: number;
  readonly path?: string;
  readonly problems: readonly ShownProblem[];
  /** Set when this is a fault of ours: the id under which it was logged. */
  readonly faultId: string | null;
}

/** Shapes an error for its receiver. No stack and no message of an inner fault ever leaves. */
export const shapeError = (shape: TRPCDefaultErrorShape, error: TRPCError, ctx: Context | undefined) => {
  const refusal = error.cause instanceof ShownRefusal ? error.cause : null;
  const isFault = refusal === null && shape.data.httpStatus >= 500;
  const data: ErrorData = {
    code: shape.data.code,
    httpStatus: refusal?.status ?? shape.data.httpStatus,
    ...(shape.data.path === undefined ? {} : { path: shape.data.path }),
    problems: refusal?.problems ?? problemsOfCode(error, ctx),
    faultId: isFault ? (ctx?.requestId ?? null) : null,
  };
  return {
    code: shape.code,
    message: refusal?.problems[0]?.message ?? (isFault ? "Internal fault" : error.code),
    data,
  };
};

const problemsOfCode = (error: TRPCError, ctx: Context | undefined): ShownProblem[] => {
  const language = ctx?.language ?? "en";
  const shown = (
    code: "INPUT_INVALID" | "INPUT_TOO_LARGE" | "NOT_FOUND",
    values: Record<string, string>,
  ): ShownProblem[] => [
    {
      code,
      message: messageOf(problem(code, values), language),
      values,
      whoCanClear: [],
    },
  ];
  if (error.code === "PAYLOAD_TOO_LARGE") return shown("INPUT_TOO_LARGE", { limit: "1 MB" });
  if (error.code === "NOT_FOUND") return shown("NOT_FOUND", { recordType: "procedure" });
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR" || error.code === "METHOD_NOT_SUPPORTED") {
    return shown("INPUT_INVALID", { field: "request", reason: "badRequest" });
  }
  return [];
};
