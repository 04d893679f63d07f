import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { buildTemporal } from "./buildTemporal.ts";
import { downloadTemporal } from "./downloadTemporal.ts";

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
});
