import { execFile } from "node:child_process";
import { createWriteStream, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { promisify } from "node:util";
import type { Say } from "../machine/say.ts";
import { CLI_VERSION } from "./cliVersion.ts";

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };
const SILENCE_MS = 10_000;

export interface DownloadTemporal {
  /** The folder that gets the program. */
  readonly into: string;
  readonly say: Say;
  /** The service of Temporal that says where a version is. */
  readonly service?: string;
  /** For how long nothing may come before the way is given up. */
  readonly silenceMs?: number;
  /** Ends the download when it is no longer wanted. */
  readonly signal?: AbortSignal | undefined;
}

const archiveOf = (answer: unknown): { url: string; file: string } => {
  if (
    typeof answer === "object" &&
    answer !== null &&
    "archiveUrl" in answer &&
    typeof answer.archiveUrl === "string" &&
    "fileToExtract" in answer &&
    typeof answer.fileToExtract === "string"
  ) {
    return { url: answer.archiveUrl, file: answer.fileToExtract };
  }
  throw new Error("the download service answered something unknown");
};

/**
 * Fetches the Temporal CLI from where the SDK fetches it and answers its path; the program appears whole or not at all.
 *
 * Throws as soon as nothing has come for ten seconds, so a machine without that way goes on to the next.
 */
export const downloadTemporal = async ({
  into,
  say,
  service = "https://temporal.download",
  silenceMs = SILENCE_MS,
  signal: unwanted,
}: DownloadTemporal): Promise<string> => {
  const silence = new AbortController();
  const signal = unwanted === undefined ? silence.signal : AbortSignal.any([silence.signal, unwanted]);
  const giveUp = (): void => silence.abort(new Error(`nothing came for ${silenceMs / 1000} seconds`));
  let timer = setTimeout(giveUp, silenceMs);
  const lives = (): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, silenceMs);
  };
  mkdirSync(into, { recursive: true });
  const draft = mkdtempSync(join(into, "download-"));
  try {
    const query = `platform=${process.platform}&arch=${ARCHITECTURES[process.arch] ?? process.arch}&format=tar.gz`;
    const where = await fetch(`${service}/cli/${CLI_VERSION}?${query}`, { signal });
    if (!where.ok) throw new Error(`the download service answered ${where.status}`);
    const { url, file } = archiveOf(await where.json());
    const archive = await fetch(url, { signal });
    if (!archive.ok || archive.body === null) throw new Error(`the archive answered ${archive.status}`);
    const size = Number(archive.headers.get("content-length") ?? 0);
    let received = 0;
    let told = 0;
    const body = Readable.fromWeb(archive.body as ReadableStream<Uint8Array>).on("data", (chunk: Uint8Array) => {
      lives();
      received += chunk.length;
      if (received - told < 10_000_000) return;
      told = received;
      say(`  Temporal: ${Math.round(received / 1e6)} MB${size > 0 ? ` of ${Math.round(size / 1e6)}` : ""}`);
    });
    const path = join(draft, "archive.tar.gz");
    await pipeline(body, createWriteStream(path), { signal });
    await promisify(execFile)("tar", ["-xzf", path, "-C", draft, file]);
    renameSync(join(draft, file), join(into, "temporal"));
    return join(into, "temporal");
  } finally {
    clearTimeout(timer);
    rmSync(draft, { recursive: true, force: true });
  }
};
