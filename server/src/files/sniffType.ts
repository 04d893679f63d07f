/** What a file is, as its first bytes say. */
export type SniffedType =
  | "application/pdf"
  | "image/png"
  | "image/jpeg"
  | "image/gif"
  | "image/webp"
  | "application/zip"
  | "text/plain"
  | "application/octet-stream";

const MARKS: readonly { readonly type: SniffedType; readonly at: number; readonly bytes: readonly number[] }[] = [
  { type: "application/pdf", at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: "image/webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: "application/zip", at: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
];

/**
 * Tells what a file is by its content, never by its name. What holds no control bytes counts as text, in whatever encoding:
 * HTML and SVG are text too, and are never served as anything else.
 */
export const sniffType = (head: Uint8Array): SniffedType => {
  for (const { type, at, bytes } of MARKS) if (bytes.every((byte, index) => head[at + index] === byte)) return type;
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const hasControl = head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b));
  return isUtf16 || !hasControl ? "text/plain" : "application/octet-stream";
};

const TAKEN: Readonly<Record<string, readonly SniffedType[]>> = {
  csv: ["text/plain"],
  txt: ["text/plain"],
  pdf: ["application/pdf"],
  png: ["image/png"],
  jpg: ["image/jpeg"],
  jpeg: ["image/jpeg"],
  gif: ["image/gif"],
  webp: ["image/webp"],
  xlsx: ["application/zip"],
  docx: ["application/zip"],
  zip: ["application/zip"],
};

/** The kinds of file that are taken, by extension. */
export const takenExtensions: readonly string[] = Object.keys(TAKEN);

/** Tells whether a file's content is what its name says, and of a kind that is taken. */
export const isWhatItSays = (name: string, sniffed: SniffedType): boolean => {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return TAKEN[extension]?.includes(sniffed) ?? false;
};
