import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KindNames } from "./kindNames.ts";
import { nodeFiles } from "./nodeFiles.ts";
import { registrations } from "./registrations.ts";

/**
 * Writes a new node kind into a tree of sources and answers every file that it made or changed.
 *
 * Looks first and writes then: a kind that is there already, or a table that does not look as it should, changes nothing.
 */
export const writeNodeKind = (root: string, names: KindNames): string[] => {
  const files = nodeFiles(names);
  const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (taken.length > 0) throw new Error(`the kind ${names.kind} is there already: ${taken.join(", ")}`);
  const texts = new Map<string, string>();
  for (const { path, after, line } of registrations(names)) {
    const text = texts.get(path) ?? readFileSync(join(root, path), "utf8");
    const found = after.exec(text);
    if (found === null)
      throw new Error(`${path} has no line like ${after.source} any more: a new kind has no place there`);
    const end = found.index + found[0].length;
    const isLine = after.source.endsWith("$");
    texts.set(path, `${text.slice(0, end)}${isLine ? "\n" : ""}${line}${text.slice(end)}`);
  }
  const all = [...texts, ...Object.entries(files)];
  for (const [path, text] of all) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return all.map(([path]) => path);
};
