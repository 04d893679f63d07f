import { type Finding, type ProcessDefinition, readDefinition } from "@sluice/process";

/** As large as the server takes one. */
const LARGEST_BYTES = 5_000_000;

const refused = (en: string, zh: string): { readonly problems: readonly Finding[] } => ({
  problems: [{ severity: "error", code: "SHAPE_WRONG", message: { en, zh } }],
});

/** Reads a process out of a file somebody chose: the definition, or everything that is wrong with it. Nothing is saved. */
export const readProcessFile = async (
  file: File,
): Promise<{ readonly definition: ProcessDefinition } | { readonly problems: readonly Finding[] }> => {
  if (file.size > LARGEST_BYTES) return refused("The file is larger than 5 MB.", "文件超过 5 MB。");
  try {
    return readDefinition(JSON.parse(await file.text()));
  } catch {
    return refused("The file is not JSON.", "文件不是 JSON。");
  }
};
