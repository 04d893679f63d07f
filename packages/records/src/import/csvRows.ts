import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { problem, Refusal } from "@sluice/problems";
import Papa from "papaparse";
import type { Encoding } from "./detectEncoding.ts";

const SAMPLE_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;
/** The longest stretch of text without the end of a row: a quote that never closes is given up here. */
const LONGEST_ROW = 8 * 1024 * 1024;
const DELIMITERS = [",", ";", "\t", "|"];

/** How the cells and rows of a file are told apart. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly newline: "\n" | "\r" | "\r\n";
}

/** Judges a file's dialect by its beginning; commas and line feeds when nothing speaks for others. */
export const detectDialect = async (path: string, encoding: Encoding): Promise<CsvDialect> => {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const sample = new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead), { stream: true });
    const { meta } = Papa.parse(sample, { preview: 20, delimitersToGuess: DELIMITERS });
    return {
      delimiter: DELIMITERS.includes(meta.delimiter) ? meta.delimiter : ",",
      newline: meta.linebreak === "\r\n" || meta.linebreak === "\r" ? meta.linebreak : "\n",
    };
  } finally {
    await file.close();
  }
};

interface Parsed {
  readonly data: readonly string[][];
  readonly meta: { readonly cursor: number };
}

const withoutReturn = (row: string[]): string[] =>
  row.at(-1)?.endsWith("\r") === true ? [...row.slice(0, -1), row.at(-1)?.slice(0, -1) ?? ""] : row;
const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== "");

/**
 * The rows of a file, a stretch of them at a time; the file is never in memory as a whole. Empty rows are left out.
 *
 * @problem INPUT_TOO_LARGE - a row goes on and on: a quote was opened and never closed
 */
export const csvRows = async function* (
  path: string,
  { encoding, delimiter, newline }: CsvDialect & { readonly encoding: Encoding },
): AsyncGenerator<readonly (readonly string[])[]> {
  const decoder = new TextDecoder(encoding);
  let rest = "";
  const take = (isLast: boolean): readonly string[][] => {
    const { data, meta } = new Papa.Parser({ delimiter, newline }).parse(rest, 0, !isLast) as Parsed;
    rest = isLast ? "" : rest.slice(meta.cursor);
    if (rest.length > LONGEST_ROW) throw new Refusal([problem("INPUT_TOO_LARGE", { limit: "one cell" })]);
    return data.map(withoutReturn).filter(isFilled);
  };
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    yield take(false);
  }
  rest += decoder.decode();
  yield take(true);
};
