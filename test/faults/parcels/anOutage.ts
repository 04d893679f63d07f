import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { carrierId } from "@sluice/contracts";
import { findTemporalServer, installFolders } from "@sluice/embedded";
import { Client, Connection } from "@temporalio/client";
import { eventually } from "../../support/eventually.ts";
import type { ParcelHouse } from "./aParcelHouse.ts";
import { leftUndone } from "./ledger.ts";
import { portTaker } from "./portTaker.ts";
import { runScript } from "./runScript.ts";

export type Process = "parting" | "patience" | "parcel";

/** What a test does to a house to take something from it, and what it looks at afterwards. */
export interface Outage {
  /** Sends a signal to a part. */
  signal(part: "temporal" | "worker", name: NodeJS.Signals): void;
  /** Kills Temporal and listens on its port, as another program might, until it is disposed of. */
  takePortOfTemporal(): Promise<AsyncDisposable>;
  /** Deletes Temporal's file, whoever has it open. */
  forgetTemporal(): void;
  started(process: Process, count: number): Promise<string[]>;
  /** That many parcels on which people have done all that they have to do. */
  workedOn(count: number): Promise<string[]>;
  /** Waits until everything that should happen by itself has happened. */
  untilArrived(within?: number): Promise<void>;
  mailsOf(ids: readonly string[]): Promise<number>;
  epoch(): Promise<string>;
  /** Waits until every one of these cases has a run in Temporal, or none has, under this epoch or today's. */
  untilCarried(ids: readonly string[], are?: boolean, of?: string): Promise<void>;
  /** How often a relay has found that Temporal knows nothing of this install. */
  rearmings(): number;
  /** What the page says of the carrier. */
  readonly carrier: () => Promise<{ readonly isUp: boolean; readonly waiting: number }>;
  backUp(folder: string): Promise<void>;
  restoreFrom(folder: string): Promise<void>;
}

export const anOutage = (parcels: ParcelHouse): Outage => {
  const started = (process: Process, count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, () => parcels.start(process)));
  const epoch = async (): Promise<string> =>
    (await parcels.rows<{ epoch: string }>("SELECT epoch FROM install"))[0]?.epoch ?? "";
  const carried = async (ids: readonly string[], install: string): Promise<boolean[]> => {
    const connection = await Connection.connect({ address: (await findTemporalServer(parcels.house.dataDir)) ?? "" });
    try {
      const client = new Client({ connection });
      return await Promise.all(
        ids.map(
          async (id) => (await client.workflow.getHandle(carrierId(install, id)).describe()).status.name === "RUNNING",
        ),
      );
    } finally {
      await connection.close();
    }
  };
  const signal: Outage["signal"] = (part, name) => {
    const mark = parcels.house.partMark(part);
    if (mark === null) throw new Error(`there is no ${part}`);
    process.kill(mark.pid, name);
  };
  return {
    started,
    epoch,
    signal,
    takePortOfTemporal: async () => {
      const address = (await findTemporalServer(parcels.house.dataDir)) ?? "";
      signal("temporal", "SIGKILL");
      return portTaker(Number(address.split(":")[1]));
    },
    forgetTemporal: () => {
      const file = join(installFolders(parcels.house.dataDir).temporal, "temporal.db");
      for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(file + suffix, { force: true });
    },
    workedOn: async (count) => {
      const ids = await started("parcel", count);
      await Promise.all(ids.map((id) => parcels.work(id)));
      return ids;
    },
    untilArrived: async (within = 120_000) => {
      await eventually(
        () => leftUndone(parcels),
        (undone) => undone.length === 0,
        { within, every: 500 },
      );
    },
    mailsOf: async (ids) => (await parcels.rows("SELECT id FROM mail_outbox WHERE case_id = ANY ($1)", [ids])).length,
    untilCarried: async (ids, are = true, of) => {
      const install = of ?? (await epoch());
      await eventually(
        () => carried(ids, install),
        (found) => found.every((it) => it === are),
        { within: 120_000 },
      );
    },
    rearmings: () =>
      ["server", "worker"]
        .map((part) => readFileSync(join(installFolders(parcels.house.dataDir).logs, `${part}.log`), "utf8"))
        .join()
        .split("Temporal does not know this install").length,
    carrier: async () =>
      ((await parcels.query("live.carrier")).json as { result: { data: { isUp: boolean; waiting: number } } }).result
        .data,
    backUp: async (folder) => void (await runScript(parcels.house.dataDir, "backup", folder)),
    restoreFrom: (folder) =>
      parcels.restart(async () => {
        await runScript(parcels.house.dataDir, "restore", folder);
      }),
  };
};
