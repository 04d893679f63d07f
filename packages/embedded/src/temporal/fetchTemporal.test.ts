import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { buildTemporal } from "./buildTemporal.ts";
import { downloadTemporal } from "./downloadTemporal.ts";
import { findTemporals } from "./findTemporal.ts";
import { firstAlive } from "./firstAlive.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-fetch-"));
const into = join(folder, "cache");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => rmSync(into, { recursive: true, force: true }));

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
});
const serviceThat = async (answers: RequestListener): Promise<string> => {
  const server = createServer(answers);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
};

const anArchive = (): Buffer => {
  writeFileSync(join(folder, "temporal"), "#!/bin/sh\necho fetched\n", { mode: 0o755 });
  return execFileSync("tar", ["-czf", "-", "-C", folder, "temporal"]);
};

describe("downloadTemporal", () => {
  it("fetches what the service points at and leaves one runnable program", async () => {
    const archive = anArchive();
    const asked: string[] = [];
    const service = await serviceThat((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/archive") response.end(archive);
      else
        response.end(
          JSON.stringify({ archiveUrl: `http://${request.headers.host ?? ""}/archive`, fileToExtract: "temporal" }),
        );
    });

    const path = await downloadTemporal({ into, say: () => undefined, service });

    expect(asked[0]).toMatch(/^\/cli\/v1\.5\.1\?platform=\w+&arch=\w+/);
    expect(execFileSync(path, { encoding: "utf8" })).toBe("fetched\n");
    expect(readdirSync(into)).toEqual(["temporal"]);
  });

  it.each([
    { name: "answers nothing", answers: () => undefined, silenceMs: 50, says: /nothing came for 0.05 seconds/ },
    {
      name: "goes silent in the middle of the archive",
      answers: ((request, response) => {
        if (request.url === "/archive") response.write("part");
        else
          response.end(
            JSON.stringify({ archiveUrl: `http://${request.headers.host ?? ""}/archive`, fileToExtract: "temporal" }),
          );
      }) satisfies RequestListener,
      silenceMs: 50,
      says: /nothing came|aborted/,
    },
    {
      name: "is not there",
      answers: ((_request, response) => void response.writeHead(404).end()) satisfies RequestListener,
      silenceMs: 60_000,
      says: /answered 404/,
    },
  ])("gives up on a service that $name and leaves nothing", async ({ answers, silenceMs, says }) => {
    const service = await serviceThat(answers);

    await expect(downloadTemporal({ into, say: () => undefined, service, silenceMs })).rejects.toThrow(says);
    expect(readdirSync(into)).toEqual([]);
  });
});

describe("buildTemporal", () => {
  const aGo = (script: string): string => {
    const path = join(folder, "go");
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  it("asks Go for the pinned version and moves the program when it is whole", async () => {
    const go = aGo('echo "$@" > "$GOBIN/temporal"; echo internal/cpu >&2');

    const path = await buildTemporal({ go, into, say: () => undefined });

    expect(readFileSync(path, "utf8")).toBe("install -v github.com/temporalio/cli/cmd/temporal@v1.5.1\n");
    expect(readdirSync(into)).toEqual(["temporal"]);
  });

  it("tells what Go said when it fails, and leaves nothing", async () => {
    const go = aGo("echo 'go: no such host' >&2; exit 1");

    await expect(buildTemporal({ go, into, say: () => undefined })).rejects.toThrow(/ended with 1:\ngo: no such host/);
    expect(readdirSync(into)).toEqual([]);
  });

  it("gives up on a Go that shows no life, and leaves nothing", async () => {
    const go = aGo("exec sleep 60");

    await expect(buildTemporal({ go, into, say: () => undefined, lifeMs: 100 })).rejects.toThrow(
      "showed no life for 0.1 seconds",
    );
    expect(readdirSync(into)).toEqual([]);
  });

  it("does not limit a build that has shown life", async () => {
    const go = aGo('echo "go: downloading" >&2; sleep 1; echo whole > "$GOBIN/temporal"');

    const path = await buildTemporal({ go, into, say: () => undefined, lifeMs: 500 });

    expect(readFileSync(path, "utf8")).toBe("whole\n");
  });
});

describe("a Temporal that is there already", () => {
  const aProgram = (place: string, script: string): string => {
    mkdirSync(join(folder, place), { recursive: true });
    const path = join(folder, place, "temporal");
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return path;
  };

  it("is looked for on the path, where Go puts programs, and in the cache, in this order", () => {
    const places = ["path", "gobin", "home/go/bin", "cache/sluice/temporal-v1.5.1"];
    const made = places.map((place) => aProgram(place, "exit 0"));
    const env = { PATH: join(folder, "path"), GOBIN: join(folder, "gobin"), HOME: join(folder, "home") };

    expect(findTemporals({ ...env, XDG_CACHE_HOME: join(folder, "cache") })).toEqual(made);
  });

  it("is passed over when it is broken, another's or hangs, which is said", async () => {
    const broken = aProgram("broken", "exit 3");
    const anothers = aProgram("anothers", "echo a calendar");
    const hanging = aProgram("hanging", "exec sleep 60");
    const good = aProgram("good", "echo temporal version 1.5.1");
    const said: string[] = [];
    const asked = { say: (line: string) => void said.push(line), lifeMs: 2_000 };

    expect(await firstAlive([broken, anothers, hanging, good], asked)).toBe(good);
    expect(said.map((line) => line.slice(folder.length + 1))).toEqual([
      "broken/temporal does not run; passing it over",
      "anothers/temporal is not Temporal's; passing it over",
      "hanging/temporal does not run; passing it over",
    ]);
    expect(await firstAlive([], asked)).toBe(null);
  });
});
