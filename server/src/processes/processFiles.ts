import type { Language } from "@sluice/problems";
import type { ProcessDefinition } from "@sluice/process";
import type { Unmapped } from "@sluice/process/interchange";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { type CheckingThread, shownFinding } from "./checkInThread.ts";
import { getProcess, getVersion } from "./getProcess.ts";
import type { FileInput, ProcessFile, ReadProcessFile, ReadTableFile } from "./processShapes.ts";

/** Paints an SVG picture as PNG. */
export type PaintPicture = (svg: string) => Promise<Uint8Array>;

const TYPES: Readonly<Record<FileInput["as"], string>> = {
  json: "application/json",
  bpmn: "application/xml",
  dmn: "application/xml",
  svg: "image/svg+xml",
  png: "image/png",
};

interface Desk {
  readonly db: Kysely<DB>;
  readonly thread: CheckingThread;
  readonly paint: PaintPicture;
}

const listed = (unmapped: readonly Unmapped[]) =>
  unmapped.map(({ element, id, name, why }) => ({ element, id, name, why: { ...why } }));

/** Files of processes in and out, read and written beside the event loop and within a time. */
export const processFiles = ({ db, thread, paint }: Desk) => {
  const definitionOf = async ({ key, version }: FileInput): Promise<ProcessDefinition> =>
    (version === undefined ? await getProcess(db, key) : await getVersion(db, key, version)).definition;
  return {
    /** What a file would become. Changes nothing. */
    read: async (file: { readonly text: string; readonly recordType: string }): Promise<ReadProcessFile> => {
      const read = await thread.readFile(file);
      return "problems" in read
        ? { format: null, definition: null, unmapped: [], problems: read.problems.map(shownFinding) }
        : { format: read.format, definition: read.definition, unmapped: listed(read.unmapped), problems: [] };
    },
    readTables: async (text: string): Promise<ReadTableFile> => {
      const read = await thread.readTables({ text });
      return "problems" in read
        ? { tables: [], unmapped: [], problems: read.problems.map(shownFinding) }
        : { tables: [...read.tables], unmapped: listed(read.unmapped), problems: [] };
    },
    /** @problem NOT_FOUND - there is no such process or version */
    write: async (wish: FileInput, language: Language): Promise<ProcessFile> => {
      const definition = await definitionOf(wish);
      const as = wish.as === "png" ? "svg" : wish.as;
      const text = await thread.write({ definition, as, language: wish.language ?? language });
      const name = [definition.key, ...(wish.version === undefined ? [] : [`v${wish.version}`]), wish.as].join(".");
      const file = { name, mediaType: TYPES[wish.as] };
      return wish.as === "png"
        ? { ...file, encoding: "base64", content: Buffer.from(await paint(text)).toString("base64") }
        : { ...file, encoding: "utf8", content: text };
    },
  };
};
