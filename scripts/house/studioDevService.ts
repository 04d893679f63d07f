import { existsSync } from "node:fs";
import { join } from "node:path";
import type { HouseConfig } from "@sluice/config";
import { processEnvironment } from "@sluice/config";
import { installFolders, programService, type Service } from "@sluice/embedded";
import { root } from "./root.ts";

/** The port that the studio's own server in `npm run dev` would like; when it is taken, a free one is used. */
export const STUDIO_DEV_PORT = 5_173;

/** The studio with hot reload, on this port and no other; its config hands what is not the studio's on to `SLUICE_SERVER`. */
export const studioDevService = (config: HouseConfig, address: string, port: number): Service[] => {
  const folder = join(root, "studio");
  if (!existsSync(join(folder, "vite.config.ts"))) return [];
  return [
    programService({
      name: "studio",
      command: process.execPath,
      args: [
        join(folder, "node_modules/vite/bin/vite.js"),
        "--host",
        config.host,
        "--port",
        String(port),
        "--strictPort",
        "--clearScreen",
        "false",
      ],
      cwd: folder,
      env: { ...processEnvironment(), SLUICE_SERVER: address },
      logFile: null,
      runFolder: installFolders(config.dataDir).run,
    }),
  ];
};
