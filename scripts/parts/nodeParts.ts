import type { Part } from "./part.ts";

const line = (text: string): RegExp => new RegExp(`^ +${text}`, "m");

/** The kinds that no token stands on. */
const RESTING = new Set(["start", "stage"]);

/**
 * All that a node kind consists of (architecture 2): schema, behaviour, checks, BPMN mapping, canvas face, words, test, glossary line.
 *
 * `npm run new:node` writes them, and the parity test finds what is missing.
 */
export const nodeParts = (kind: string): readonly Part[] => {
  const folder = `packages/process/src/nodes/${kind}`;
  const studio = "studio/src/canvas";
  const quoted = new RegExp(`"${kind}"`);
  return [
    { what: "schema", path: `${folder}/schema.ts`, says: new RegExp(`z\\.literal\\("${kind}"\\)`) },
    { what: "schema by kind", path: "packages/process/src/definition/node.ts", says: line(`${kind}: ${kind}Schema,`) },
    { what: "schema of any node", path: "packages/process/src/definition/node.ts", says: line(`${kind}Schema,`) },
    { what: "BPMN", path: `${folder}/bpmn.ts`, says: new RegExp(`NodeBpmn<"${kind}">`) },
    { what: "BPMN by kind", path: "packages/process/src/nodes/nodeBpmns.ts", says: line(`${kind}: ${kind}Bpmn,`) },
    { what: "test", path: `${folder}/`, says: /\bexpect\(/ },
    { what: "wires", path: "packages/process/src/check/structure/wires.ts", says: line(`${kind}: `) },
    { what: "expressions", path: "packages/process/src/kernel/expressionsOf.ts", says: line(`case ${quoted.source}:`) },
    { what: "face", path: `${studio}/nodes/${kind}/${kind}Look.tsx`, says: new RegExp(`KindLook<"${kind}">`) },
    { what: "look by kind", path: `${studio}/nodes/looks.ts`, says: line(`${kind}: ${kind}Look,`) },
    { what: "palette", path: `${studio}/palette/kinds.ts`, says: quoted },
    { what: "blank node", path: `${studio}/model/blankNode.ts`, says: line(`${kind}: \\{`) },
    { what: "words", path: "studio/src/i18n/en/canvas.ts", says: line(`${kind}: \\{ name: "`) },
    { what: "Chinese words", path: "studio/src/i18n/zh/canvas.ts", says: line(`${kind}: \\{ name: "`) },
    { what: "glossary", path: "docs/glossary.md", says: new RegExp(`^\\|.*\`${kind}\`.*\\|$`, "m") },
    ...(RESTING.has(kind)
      ? []
      : [
          { what: "behaviour", path: `${folder}/behaviour.ts`, says: new RegExp(`NodeBehaviour<"${kind}">`) },
          { what: "behaviour by kind", path: "packages/process/src/nodes/behaviours.ts", says: line(`${kind},`) },
          {
            what: "places of expressions",
            path: "packages/process/src/check/data/expressionPlaces.ts",
            says: line(`case ${quoted.source}:`),
          },
        ]),
  ];
};
