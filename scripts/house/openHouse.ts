import { ConfigError, type HouseConfig, loadHouseConfig } from "@sluice/config";
import { endLeftOver, freePort, type HeldLock, installFolders, supervise } from "@sluice/embedded";
import { announce } from "./announce.ts";
import { appEnvironment } from "./appEnvironment.ts";
import { appPrograms } from "./appPrograms.ts";
import { appService } from "./appService.ts";
import { choosePort } from "./choosePort.ts";
import { dependents } from "./dependents.ts";
import { indexService } from "./indexService.ts";
import { keptSay } from "./keptSay.ts";
import { onlyOne } from "./onlyOne.ts";
import { say as sayOnly } from "./say.ts";
import { seedHouse } from "./seedHouse.ts";
import { oneTime, type Servers, serverServices } from "./serverServices.ts";
import { buildStudio } from "./studioBuild.ts";
import { STUDIO_DEV_PORT, studioDevService } from "./studioDevService.ts";
import { untilSignal } from "./untilSignal.ts";
import { versionService } from "./versionService.ts";

const runHouse = async (config: HouseConfig, lock: HeldLock, reloads: boolean): Promise<void> => {
  const say = keptSay(config.dataDir);
  for (const { name } of appPrograms()) await endLeftOver(installFolders(config.dataDir).run, name);
  const port = await choosePort(config, say);
  const address = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  lock.tell(address);
  const studioPort = reloads ? await freePort(STUDIO_DEV_PORT) : 0;
  const signal = untilSignal(() => say("Stopping"));
  const servers: Servers = { database: config.database, temporal: config.temporal };
  const studio = reloads ? Promise.resolve() : buildStudio(say);
  studio.catch(() => undefined); // told by the service that waits for it
  const { late, startAnew } = dependents(say);
  const programs = appPrograms().map((program) =>
    late(program.name, () =>
      appService({ program, env: appEnvironment(config, servers, port), address, dataDir: config.dataDir, reloads }),
    ),
  );
  await supervise({
    services: [
      ...serverServices(config, servers, { say, onMoved: startAnew }),
      oneTime("studio", () => studio),
      oneTime("seed", () => seedHouse(appEnvironment(config, servers, port), say)),
      ...programs,
      late("indexes", () => indexService(servers, say)),
      ...(config.temporal === null ? [] : [versionService(() => appEnvironment(config, servers, port), say)]),
      ...(reloads ? studioDevService(config, address, studioPort) : []),
    ],
    signal,
    say,
    onReady: () => {
      announce(address, config, say);
      if (reloads) say(`The studio reloads at http://${config.host}:${studioPort}`);
    },
  });
  say("Stopped");
};

/**
 * Runs the whole house until a signal: servers, migrations, the programs of Sluice; answers the exit code.
 *
 * A second house on the same data folder only tells where the first is.
 */
export const openHouse = async ({ reloads }: { reloads: boolean }): Promise<number> => {
  try {
    const config = loadHouseConfig();
    const lock = onlyOne(config.dataDir, config.publicUrl);
    if (typeof lock === "string") {
      sayOnly(lock);
      return 0;
    }
    try {
      await runHouse(config, lock, reloads);
      return 0;
    } finally {
      lock.release();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${error instanceof ConfigError ? reason : `Sluice did not start: ${reason}`}\n`);
    return 1;
  }
};
