import { renameSync, writeFileSync } from "node:fs";

/** Writes a file so that a reader, or a crash, finds the old text or the new one and never a part. */
export const writeWhole = (path: string, text: string, mode = 0o644): void => {
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, path);
};
