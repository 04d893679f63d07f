import { catalogue, type Language } from "@sluice/problems";
import { TRPCClientError } from "@trpc/client";
import { localTextIn } from "../i18n/language.ts";
import type { ShownProblem } from "./shapes.ts";

/** True when the server answered with reasons: repeating the same would be refused again. */
export const isRefused = (error: unknown): boolean => shownProblemsIn(error).length > 0;

/** True when no answer came at all: the command may or may not have happened. */
export const isUnanswered = (error: unknown): boolean => {
  if (!(error instanceof TRPCClientError)) return true;
  const status = statusOf(error);
  return (
    status === null ||
    (status >= 502 && status <= 504 && !isRefused(error)) ||
    shownProblemsIn(error)[0]?.code === "OUTCOME_UNKNOWN"
  );
};

/** True when others were in the way: nothing was written, and the same command will go through in a moment. */
export const isBusy = (error: unknown): boolean => shownProblemsIn(error)[0]?.code === "BUSY";

/** True when the session is over: sign in again, keep what was typed. */
export const isSignedOut = (error: unknown): boolean => error instanceof TRPCClientError && statusOf(error) === 401;

export const isNotFound = (error: unknown): boolean => error instanceof TRPCClientError && statusOf(error) === 404;
export const isForbidden = (error: unknown): boolean => error instanceof TRPCClientError && statusOf(error) === 403;

/** Every reason of a refusal; for a fault or a lost answer, one that says so. Never empty. */
export const problemsOf = (error: unknown, language: Language): readonly ShownProblem[] => {
  const shown = shownProblemsIn(error);
  if (shown.length > 0) return shown;
  if (isUnanswered(error)) {
    return [
      {
        code: "OUTCOME_UNKNOWN",
        message: localTextIn(catalogue.OUTCOME_UNKNOWN, language),
        values: {},
        whoCanClear: [],
      },
    ];
  }
  return [{ code: "BUSY", message: localTextIn(catalogue.BUSY, language), values: {}, whoCanClear: [] }];
};

interface ErrorData {
  readonly httpStatus?: number;
  readonly problems?: readonly ShownProblem[];
}

const dataOf = (error: unknown): ErrorData | null =>
  error instanceof TRPCClientError && typeof error.data === "object" && error.data !== null
    ? (error.data as ErrorData)
    : null;
const shownProblemsIn = (error: unknown): readonly ShownProblem[] => dataOf(error)?.problems ?? [];
const statusOf = (error: unknown): number | null => dataOf(error)?.httpStatus ?? null;
