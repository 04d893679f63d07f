import type { NodeOf } from "@sluice/process";
import { fieldLabel, type Sayings } from "../sayings/sayings.ts";
import { capital, joined } from "./joined.ts";

type Table = NonNullable<NodeOf<"branch">["table"]>;

/** More rows than these are counted, not told. */
const MOST_ROWS = 20;

/** A decision table: what it looks at, what it sets, and each row as a sentence. */
export const tableSentences = (sayings: Sayings, table: Table | undefined): string[] => {
  if (table === undefined) return [];
  const { say } = sayings;
  const inputs = table.inputs.map(({ expression }) => fieldLabel(sayings, expression));
  const outputs = table.outputs.map(({ variable }) => variable);
  const rows = table.rules.slice(0, MOST_ROWS).map(({ tests, results }) => {
    const asked = tests.flatMap((test, column) =>
      test.trim() === "-" || test.trim() === ""
        ? []
        : [say("sentences.step.tableTest", { input: inputs[column] ?? "", test })],
    );
    return say("sentences.step.tableRow", {
      tests: capital(asked.length === 0 ? say("sentences.step.tableAny") : joined(sayings, asked)),
      results: results
        .map((value, column) => say("sentences.step.tableResult", { output: outputs[column] ?? "", value }))
        .join(say("sentences.comma")),
    });
  });
  const more = table.rules.length - rows.length;
  return [
    say("sentences.step.table", {
      inputs: joined(sayings, inputs),
      outputs: joined(sayings, outputs),
      hit: say(`option.hit.${table.hit}`),
    }),
    ...rows,
    ...(more > 0 ? [say("sentences.step.tableMore", { count: more })] : []),
  ];
};
