import { isAlive } from "@sluice/embedded";
import { describe, expect, it } from "vitest";
import { aHouse, eventually } from "../support/index.ts";

const SERVERS = ["postgres", "temporal"] as const;

describe("npm start", () => {
  it("starts again what is killed, on the same ports", async () => {
    await using house = await aHouse();
    const killed = SERVERS.map((part) => house.partMark(part));

    for (const part of SERVERS) house.kill(part);

    await eventually(
      () => house.said(),
      (said) => SERVERS.every((part) => said.includes(`${part} is back`)),
    );
    expect(killed.map((mark) => mark !== null && isAlive(mark))).toEqual([false, false]);
    const ports = [...house.said().matchAll(/(Postgres|Temporal) is up on port (\d+)/g)].map((match) => match[2]);
    expect(new Set(ports).size).toBe(SERVERS.length);
  });

  it("adopts the servers of a house that was killed", async () => {
    await using killed = await aHouse();
    const left = SERVERS.map((part) => killed.partMark(part));
    killed.kill("house");

    await using house = await aHouse({ dataDir: killed.dataDir });

    expect(SERVERS.map((part) => house.partMark(part))).toEqual(left);
    expect(house.said().match(/\(it was running already\)/g)).toHaveLength(2);
  });

  it("tells a second start on the same data where the first one is", async () => {
    await using house = await aHouse();

    const second = aHouse({ dataDir: house.dataDir });

    await expect(second).rejects.toThrow(`Sluice is already running on ${house.dataDir}: ${house.address}`);
  });

  it("leaves nothing running after Ctrl-C and keeps its data", async () => {
    await using first = await aHouse();
    const marks = SERVERS.map((part) => first.partMark(part));

    const code = await first.stop();

    expect(code).toBe(0);
    expect(marks.map((mark) => mark !== null && isAlive(mark))).toEqual([false, false]);
    await using second = await aHouse({ dataDir: first.dataDir });
    expect(second.said()).not.toContain("Applied migration");
  });
});
