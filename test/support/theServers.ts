import { processEnvironment } from "@sluice/config";
import { startPostgres, startTemporal } from "@sluice/embedded";
import {
  HANDED_POSTGRES,
  HANDED_TEMPORAL,
  type ThePostgres,
  type TheTemporal,
} from "../../scripts/testing/handedServers.ts";
import { throwAwayFolder } from "../../scripts/testing/throwAwayFolder.ts";

let folder: ReturnType<typeof throwAwayFolder> | null = null;
const ownFolder = (): string => (folder ??= throwAwayFolder()).path;

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
};

const ownPostgres = once(() => startPostgres({ dataDir: ownFolder(), preferredPort: 0 }));
const ownTemporal = once(() => startTemporal({ dataDir: ownFolder(), preferredPort: 0, preferredUiPort: 0 }));

/** The throw-away Postgres of this run: the runner's, else one of this process, started on first use. */
export const thePostgres = async (): Promise<ThePostgres> => {
  const handed = processEnvironment()[HANDED_POSTGRES];
  if (handed === undefined) return ownPostgres();
  const given: ThePostgres = JSON.parse(handed);
  return given;
};

/** The throw-away Temporal of this run: the runner's, else one of this process, started on first use. */
export const theTemporal = async (): Promise<TheTemporal> => {
  const handed = processEnvironment()[HANDED_TEMPORAL];
  if (handed === undefined) return ownTemporal();
  const given: TheTemporal = JSON.parse(handed);
  return given;
};
