import type { Config } from "@sluice/config";
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import { traceIds } from "./inSpan.ts";
import { REDACTED_PATHS } from "./redactedPaths.ts";

export type { Logger };

/**
 * Makes the logger of one part: one JSON object a line, with the part's name, the time in UTC and secrets replaced.
 *
 * Lines about a case or a command carry `caseId` and `commandId`, and those of a traced request its `traceId`; personal data does not belong in a log at all, and the
 * redaction is only the net below.
 */
export const createLogger = (
  name: string,
  { level }: { level: Config["logLevel"] },
  destination?: DestinationStream,
): Logger => {
  const options = {
    name,
    level,
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    mixin: traceIds,
    redact: { paths: [...REDACTED_PATHS], censor: "[hidden]" },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};
