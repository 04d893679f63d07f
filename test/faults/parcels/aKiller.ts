import { isAlive } from "@sluice/embedded";
import { eventually, type HousePart } from "../../support/index.ts";
import type { ParcelHouse } from "./aParcelHouse.ts";

export type Victim = Exclude<HousePart, "house">;
export const VICTIMS = ["server", "worker", "temporal", "postgres"] as const satisfies readonly Victim[];

/** Whoever kills the parts of a house with -9. */
export interface Killer {
  /** Kills a part at this moment; when it is not there, as soon as it is. */
  readonly kill: (victim: Victim) => Promise<void>;
  /** Kills a part while the outside world is being called: the call has been made, its answer has not been heard. */
  readonly killDuringCall: (victim: Victim) => Promise<void>;
}

export const aKiller = (parcels: ParcelHouse): Killer => {
  const kill = async (victim: Victim): Promise<void> => {
    const mark = await eventually(
      () => parcels.house.partMark(victim),
      (it) => it !== null && isAlive(it),
      { within: 60_000 },
    );
    if (mark !== null) process.kill(mark.pid, "SIGKILL");
  };
  return {
    kill,
    killDuringCall: (victim) =>
      new Promise((resolve, reject) => {
        parcels.sink.onAsked = () => {
          parcels.sink.onAsked = null;
          kill(victim).then(resolve, reject);
        };
      }),
  };
};
