import { isAlive } from "@sluice/embedded";
import { describe, expect, it } from "vitest";
import { aHouse, eventually } from "../support/index.ts";

const SERVERS = ["postgres", "temporal"] as const;

describe("npm start", () => {
  it(
    "starts again what is killed on the same ports, is adopted when it is killed itself, and ends whole",
    { timeout: 240_000 },
    async () => {
      await using killed = await aHouse();
      const second = aHouse({ dataDir: killed.dataDir });
      await expect(second).rejects.toThrow(`Sluice is already running on ${killed.dataDir}: ${killed.address}`);

      const before = SERVERS.map((part) => killed.partMark(part));
      for (const part of SERVERS) killed.kill(part);
      await eventually(
        () => killed.said(),
        (said) => SERVERS.every((part) => said.includes(`${part} is back`)),
        { within: 60_000 },
      );
      expect(before.map((mark) => mark !== null && isAlive(mark))).toEqual([false, false]);
      const ports = [...killed.said().matchAll(/(Postgres|Temporal) is up on port (\d+)/g)].map((match) => match[2]);
      expect(new Set(ports).size).toBe(SERVERS.length);

      const left = SERVERS.map((part) => killed.partMark(part));
      killed.kill("house");
      await using house = await aHouse({ dataDir: killed.dataDir });
      expect(SERVERS.map((part) => house.partMark(part))).toEqual(left);
      expect(house.said().match(/\(it was running already\)/g)).toHaveLength(2);
      expect(house.said()).not.toContain("Applied migration");

      expect(await house.stop()).toBe(0);
      expect(left.map((mark) => mark !== null && isAlive(mark))).toEqual([false, false]);
    },
  );
});
