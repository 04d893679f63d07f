import { recordSchemas } from "@sluice/domain";
import { blocks, nodeSchemas } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { blockParts } from "../../scripts/parts/blockParts.ts";
import { nodeParts } from "../../scripts/parts/nodeParts.ts";
import { missingParts, type Part, type SourceTree } from "../../scripts/parts/part.ts";
import { recordTypeParts } from "../../scripts/parts/recordTypeParts.ts";
import { sourceTree } from "../../scripts/parts/sourceTree.ts";
import { root } from "./sourceFiles.ts";

const sources = sourceTree(root);
/** The folders that nobody would ever find: nothing of that name is in the table. */
const strays = (folder: string, known: readonly string[]): string[] =>
  sources.list(folder).filter((name) => !name.includes(".") && !known.includes(name));

const things = [
  ...Object.keys(nodeSchemas).map((kind) => ({ name: `the step ${kind}`, parts: nodeParts(kind) })),
  ...Object.values(blocks).map(({ key, place }) => ({ name: `the block ${key}`, parts: blockParts(key, place) })),
  ...Object.keys(recordSchemas).map((type) => ({ name: `the record type ${type}`, parts: recordTypeParts(type) })),
];

describe("every part", () => {
  it.each(things)("of $name is there", ({ parts }) => {
    expect(missingParts(parts, sources)).toEqual([]);
  });

  it.each([
    { folder: "packages/process/src/nodes", known: [...Object.keys(nodeSchemas), "work"] },
    { folder: "studio/src/canvas/nodes", known: Object.keys(nodeSchemas) },
    { folder: "packages/process/src/blocks", known: Object.keys(blocks) },
    {
      folder: "activities/src/blocks",
      known: Object.values(blocks).flatMap((it) => (it.place === "outer" ? [it.key] : [])),
    },
  ])("in $folder belongs to something", ({ folder, known }) => {
    expect(strays(folder, known)).toEqual([]);
  });
});

describe("a part that is missing", () => {
  const without = ({ path }: Part): SourceTree => ({
    read: (asked) => (asked === path || (path.endsWith("/") && asked.startsWith(path)) ? null : sources.read(asked)),
    list: (folder) => (folder === path ? [] : sources.list(folder)),
  });
  const samples = [
    nodeParts("timer"),
    blockParts("notice", "inner"),
    blockParts("mail", "outer"),
    recordTypeParts("order"),
  ];

  it.each(samples.flat().map((part) => ({ ...part, part })))("is named: $what in $path", ({ part, what, path }) => {
    expect(missingParts([part], without(part))).toEqual([`${what}: ${path}`]);
  });

  it.each(samples.flat().filter(({ path }) => !path.endsWith("/")))(
    "is named when its file says nothing of it: $what in $path",
    ({ what, path, says }) => {
      const rest = (sources.read(path) ?? "").split("\n").filter((line) => !says.test(line) && !says.test(`${line}\n`));
      const tree: SourceTree = {
        ...sources,
        read: (asked) => (asked === path ? rest.join("\n") : sources.read(asked)),
      };

      expect(missingParts([{ what, path, says }], tree)).toEqual([`${what}: ${path}`]);
    },
  );
});
