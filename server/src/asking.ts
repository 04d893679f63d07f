import type { Caller } from "@sluice/records";
import type { Reader } from "./reader.ts";

/** Who asks, and how they read. */
export interface Asking {
  readonly reader: Reader;
  readonly caller: Caller;
}
