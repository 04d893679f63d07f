import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/house/root.ts";
import type { SoakOutcome } from "./soakPart.ts";

const HEAD = `# Soak

What the long runs came to. Each line is written by \`npm run soak -- <part>\` when the part has reached its full figures, or has failed.

| when | part | seed | commit | figures | result |
|---|---|---|---|---|---|
`;

const commit = (): string => {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", ".", ":!docs/soak.md") === "" ? "" : " and changes"}`;
};

/** Appends the result of a part to `docs/soak.md`. */
export const writeSoakBook = (part: string, seed: number, { figures, failures }: SoakOutcome): void => {
  const book = join(root, "docs/soak.md");
  if (!existsSync(book)) writeFileSync(book, HEAD);
  const result = failures.length === 0 ? "as it should be" : `**${failures.length} wrong**`;
  appendFileSync(
    book,
    `| ${new Date().toISOString().slice(0, 16)}Z | ${part} | ${seed} | ${commit()} | ${figures} | ${result} |\n`,
  );
};
