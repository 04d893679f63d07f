import type { LocalText } from "@sluice/problems";
import type { Variable } from "../../definition/variable.ts";
import type { SubprocessNode } from "../../nodes/subprocess/schema.ts";

/** A variable of a process as others see it that call the process: its type, and whether it is set by the time a case has ended. */
export interface CalledVariable {
  readonly type: Variable["type"] | "any";
  readonly set: "always" | "sometimes" | "never";
}

/** One version of a process as those see it that call it. */
export interface CalledProcess {
  readonly name: LocalText;
  readonly variables: ReadonlyMap<string, CalledVariable>;
}

/** A published version of a process, called by its number, or by `latest` when it is the one in force. */
export interface Called {
  readonly process: string;
  readonly version: number | "latest";
  readonly as: CalledProcess;
}

/** A published process that calls another in whichever version is in force: what it hands over and takes back at each step. */
export interface Caller {
  readonly name: LocalText;
  readonly variables: readonly Pick<Variable, "key" | "type">[];
  readonly calls: readonly Pick<SubprocessNode, "handOver" | "bringBack" | "each" | "wait">[];
}
