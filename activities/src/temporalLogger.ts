import type { Logger as HouseLogger } from "@sluice/telemetry";
import { DefaultLogger, type Logger } from "@temporalio/worker";

/** Lets the SDK speak through the house's log. */
export const temporalLogger = (log: HouseLogger): Logger =>
  new DefaultLogger("INFO", ({ level, message, meta }) => {
    const told = { ...meta };
    if (level === "ERROR") log.error(told, message);
    else if (level === "WARN") log.warn(told, message);
    else log.debug(told, message);
  });
