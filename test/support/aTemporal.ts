import { randomUUID } from "node:crypto";
import type { TheTemporal } from "../../scripts/testing/handedServers.ts";
import { theTemporal } from "./theServers.ts";

/** A Temporal for one suite. */
export interface TestTemporal extends TheTemporal {
  /** Begins every id and queue of the suite, so that suites on one server never meet. */
  readonly epoch: string;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The throw-away Temporal of this run, with an epoch of one's own. */
export const aTemporal = async (): Promise<TestTemporal> => {
  const { address, namespace } = await theTemporal();
  const close = (): Promise<void> => Promise.resolve();
  return { address, namespace, epoch: `t${randomUUID().slice(0, 8)}`, close, [Symbol.asyncDispose]: close };
};
