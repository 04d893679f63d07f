import type { Part } from "./part.ts";

/** All that a block consists of (architecture 2): how admins meet it, and what does it: in the step, or in the worker. */
export const blockParts = (key: string, place: "inner" | "outer"): readonly Part[] => {
  const hands = `activities/src/blocks/${key}`;
  return [
    { what: "schema", path: `packages/process/src/blocks/${key}/block.ts`, says: new RegExp(`key: "${key}"`) },
    { what: "schema by key", path: "packages/process/src/blocks/blocks.ts", says: new RegExp(`^  ${key},$`, "m") },
    { what: "glossary", path: "docs/glossary.md", says: new RegExp(`^\\|.*\`${key}\`.*\\|$`, "m") },
    ...(place === "inner"
      ? [
          {
            what: "work in the step",
            path: "packages/process/src/nodes/action/inner/innerBlocks.ts",
            says: new RegExp(`^  ${key},$`, "m"),
          },
        ]
      : [
          { what: "work in the worker", path: `${hands}/${key}.ts`, says: new RegExp(`export const ${key}\\b`) },
          { what: "work by key", path: "activities/src/blocks/outerBlocks.ts", says: new RegExp(`^ +${key}: `, "m") },
          { what: "test of the work", path: `${hands}/`, says: /\bexpect\(/ },
        ]),
  ];
};
