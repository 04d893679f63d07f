/** As large as the server takes one. */
const LARGEST_BYTES = 5_242_880;

/** What a file says, or why that cannot be known. */
export type DecodedFile =
  | { readonly text: string }
  | { readonly refused: "tooLarge" }
  | { readonly refused: "encoding"; readonly encoding: string };

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const begins = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(begins)?.[1] ?? "utf-8";
};

/** Decodes a file by its byte order mark, or by what its first line says; UTF-8 else. What does not fit is refused, never guessed. */
export const decodedFile = (bytes: Uint8Array): DecodedFile => {
  if (bytes.length > LARGEST_BYTES) return { refused: "tooLarge" };
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { refused: "encoding", encoding };
  }
};
