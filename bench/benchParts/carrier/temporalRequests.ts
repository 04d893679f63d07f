import { freePort } from "@sluice/embedded";
import { DefaultLogger, Runtime } from "@temporalio/worker";

/** Counts what the workers of this process ask of Temporal. Must be called before the first worker is made. */
export const countingRequests = async (): Promise<() => Promise<ReadonlyMap<string, number>>> => {
  const address = `127.0.0.1:${await freePort(0)}`;
  Runtime.install({
    logger: new DefaultLogger("ERROR"),
    telemetryOptions: { metrics: { prometheus: { bindAddress: address } } },
  });
  return async () => {
    const text = await (await fetch(`http://${address}/metrics`)).text();
    const counts = new Map<string, number>();
    for (const line of text.split("\n")) {
      const [, operation = "", count] = /^temporal_(?:long_)?request\{.*operation="(\w+)".*\} (\d+)/.exec(line) ?? [];
      if (count !== undefined) counts.set(operation, (counts.get(operation) ?? 0) + Number(count));
    }
    return counts;
  };
};
