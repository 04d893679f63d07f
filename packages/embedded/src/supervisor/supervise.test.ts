import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { endProcess } from "../machine/endProcess.ts";
import { isAlive, type ProcessMark } from "../machine/processMark.ts";
import { programService } from "./programService.ts";
import type { RunningService, Service } from "./service.ts";
import { supervise } from "./supervise.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-supervise-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const aProgram = (name: string, script = "setInterval(() => {}, 1000)"): Service =>
  programService({
    name,
    command: process.execPath,
    args: ["-e", script],
    cwd: folder,
    env: {},
    logFile: join(folder, `${name}.log`),
    runFolder: folder,
  });
const markOf = (name: string): ProcessMark => {
  const mark: ProcessMark = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  return mark;
};

/** Watches a service: tells each start and stop in `events`. */
const told = (service: Service, events: string[]): Service => ({
  name: service.name,
  start: async (signal) => {
    const running = await service.start(signal);
    events.push(`start ${service.name}`);
    const stop: RunningService["stop"] = async () => {
      await running.stop();
      if (events.at(-1) !== `stop ${service.name}`) events.push(`stop ${service.name}`);
    };
    return { untilExit: () => running.untilExit(), stop };
  },
});

describe("supervise", () => {
  it("starts in order, starts again what was killed, and stops in reverse order", async () => {
    const events: string[] = [];
    const end = new AbortController();
    let tellBack = (): void => undefined;
    const back = new Promise<void>((resolve) => {
      tellBack = resolve;
    });
    const ready = new Promise<void>((resolve, reject) => {
      supervise({
        services: [told(aProgram("first"), events), told(aProgram("second"), events)],
        signal: end.signal,
        firstPauseMs: 1,
        say: (line) => (line.endsWith("is back") ? tellBack() : undefined),
        onReady: resolve,
      }).then(() => events.push("over"), reject);
    });

    await ready;
    const killed = markOf("second");
    process.kill(killed.pid, "SIGKILL");
    await back;
    const marks = [markOf("first"), markOf("second")];
    expect(marks.map(isAlive)).toEqual([true, true]);
    end.abort();
    while (events.at(-1) !== "over") await new Promise(setImmediate);

    expect(isAlive(killed)).toBe(false);
    expect(marks.map(isAlive)).toEqual([false, false]);
    expect(events).toEqual(["start first", "start second", "start second", "stop second", "stop first", "over"]);
  });

  it("stops what ran before and tells why when one does not start", async () => {
    const broken = programService({
      name: "broken",
      command: process.execPath,
      args: ["-e", "console.log('no such table'); process.exit(3)"],
      cwd: folder,
      env: {},
      logFile: join(folder, "broken.log"),
      runFolder: folder,
      isReady: () => Promise.resolve(false),
    });
    let before: ProcessMark | null = null;
    const first: Service = {
      name: "before",
      start: async (signal) => {
        const running = await aProgram("before").start(signal);
        before = markOf("before");
        return running;
      },
    };

    await expect(
      supervise({ services: [first, broken], signal: new AbortController().signal, say: () => undefined }),
    ).rejects.toThrow(/broken ended before it was ready[\s\S]*no such table/);
    expect(before !== null && isAlive(before)).toBe(false);
  });
});

describe("programService", () => {
  it("ends the one that a dead parent left before it starts its successor", async () => {
    const signal = new AbortController().signal;
    await aProgram("left").start(signal);
    const left = markOf("left");

    const successor = await aProgram("left").start(signal);

    expect(isAlive(left)).toBe(false);
    expect(isAlive(markOf("left"))).toBe(true);
    await successor.stop();
  });

  it("kills what does not end when it is asked to", async () => {
    const stubborn = programService({
      name: "stubborn",
      command: process.execPath,
      args: [
        "-e",
        "process.on('SIGTERM', () => {}); require('fs').writeFileSync('deaf', ''); setInterval(() => {}, 1000)",
      ],
      cwd: folder,
      env: {},
      logFile: null,
      runFolder: folder,
      stopWithinMs: 50,
      isReady: () => Promise.resolve(readOrNull(join(folder, "deaf")) !== null),
    });
    const running = await stubborn.start(new AbortController().signal);
    const mark = markOf("stubborn");

    await running.stop();

    expect(isAlive(mark)).toBe(false);
    await endProcess(mark);
  });
});

const readOrNull = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};
