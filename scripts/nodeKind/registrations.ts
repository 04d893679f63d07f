import type { KindNames } from "./kindNames.ts";

/** A line that one of the tables by kind gets. It follows what `after` finds: a line of its own after a whole line, else in the same one. */
export interface Registration {
  readonly path: string;
  readonly after: RegExp;
  readonly line: string;
}

/**
 * The tables by kind, and the line that each gets; each line follows that of the timer, the plainest of kinds.
 *
 * The parity test knows the same places: a table that is added there is missing here until its test says so.
 */
export const registrations = ({ kind, en, zh }: KindNames): readonly Registration[] => {
  const process = "packages/process/src";
  const studio = "studio/src/canvas";
  const at = (path: string, after: RegExp, line: string): Registration => ({ path, after, line });
  return [
    at(
      `${process}/definition/node.ts`,
      /^import \{ timerSchema \}.*$/m,
      `import { ${kind}Schema } from "../nodes/${kind}/schema.ts";`,
    ),
    at(`${process}/definition/node.ts`, /^ {2}timer: timerSchema,$/m, `  ${kind}: ${kind}Schema,`),
    at(`${process}/definition/node.ts`, /^ {2}timerSchema,$/m, `  ${kind}Schema,`),
    at(
      `${process}/nodes/behaviours.ts`,
      /^import \{ timer \}.*$/m,
      `import { ${kind} } from "./${kind}/behaviour.ts";`,
    ),
    at(`${process}/nodes/behaviours.ts`, /^ {2}timer,$/m, `  ${kind},`),
    at(
      `${process}/nodes/nodeBpmns.ts`,
      /^import \{ timerBpmn \}.*$/m,
      `import { ${kind}Bpmn } from "./${kind}/bpmn.ts";`,
    ),
    at(`${process}/nodes/nodeBpmns.ts`, /^ {2}timer: timerBpmn,$/m, `  ${kind}: ${kind}Bpmn,`),
    at(
      `${process}/check/structure/wires.ts`,
      /^ {2}timer: \[\.\.\.PLAIN, "error"\],$/m,
      `  ${kind}: [...PLAIN, "error"],`,
    ),
    at(`${process}/kernel/expressionsOf.ts`, /^ {4}case "timer":$/m, `    case "${kind}":`),
    at(`${process}/check/data/expressionPlaces.ts`, /^ {4}case "timer":$/m, `    case "${kind}":`),
    at(`${process}/simulate/random/aRandomStep.ts`, /^ {4}timerOf\(1\),$/m, `    { kind: "${kind}" },`),
    at(
      `${studio}/nodes/looks.ts`,
      /^import \{ timerLook \}.*$/m,
      `import { ${kind}Look } from "./${kind}/${kind}Look.tsx";`,
    ),
    at(`${studio}/nodes/looks.ts`, /^ {2}timer: timerLook,$/m, `  ${kind}: ${kind}Look,`),
    at(`${studio}/palette/kinds.ts`, /"subprocess"(?=[\],])/, `, "${kind}"`),
    at(
      `${studio}/sentences/kindSentences.ts`,
      /^ {2}timer,$/m,
      `  ${kind}: ({ say }) => [say("sentences.way.rests")],`,
    ),
    at(`${studio}/model/blankNode.ts`, /^ {2}timer: \{.*\},$/m, `  ${kind}: {},`),
    at(
      "studio/src/i18n/en/canvas.ts",
      /^ {4}timer: \{ name: .*$/m,
      `    ${kind}: { name: ${JSON.stringify(en)}, about: ${JSON.stringify(en)} },`,
    ),
    at(
      "studio/src/i18n/zh/canvas.ts",
      /^ {4}timer: \{ name: .*$/m,
      `    ${kind}: { name: ${JSON.stringify(zh)}, about: ${JSON.stringify(zh)} },`,
    ),
    at("docs/glossary.md", /^\| timer \|.*$/m, `| ${en.toLowerCase()} | ${zh} | \`${kind}\` | goes on at once |`),
  ];
};
