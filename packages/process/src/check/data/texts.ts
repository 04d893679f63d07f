import { localTextSchema } from "../../definition/localText.ts";
import { localTemplateOf } from "../../expression/localTemplate.ts";
import { templatePieces } from "../../expression/template.ts";
import type { Check } from "../check.ts";
import type { Finding } from "../finding.ts";
import { blockCalls, placeOfUse } from "./blockCalls.ts";
import { meantPlaceholder } from "./meantPlaceholder.ts";
import { wordsFaults } from "./templateFaults.ts";

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  const local = localTextSchema.safeParse(value).data;
  return local ? [local.en, local.zh] : [];
};

const wordsBetween = (template: string): readonly string[] =>
  templatePieces(template).flatMap(({ is, text }) => (is === "words" ? [text] : []));

/** The words of a text that are sent as they are: all of a fixed one, what stands between the fields of another. */
const wordsOf = (input: { readonly value: unknown } | { readonly expression: string }): readonly string[] => {
  if ("value" in input) return textsOf(input.value);
  const template = localTemplateOf(input.expression);
  return template ? [...new Set([...wordsBetween(template.text.en), ...wordsBetween(template.text.zh)])] : [];
};

/** Texts with what looks like a field and would be sent as it is written. */
export const texts: Check = (graph, { schemas }) => {
  const { recordType } = graph.definition;
  const detailOf = (written: string): Pick<Finding, "detail"> => {
    const meant = schemas?.[recordType] ? meantPlaceholder(schemas, recordType, written) : null;
    return meant === null ? {} : { detail: { written, meant: [meant] } };
  };
  return blockCalls(graph).flatMap((use) =>
    Object.entries(use.call.inputs).flatMap(([name, input]) =>
      wordsOf(input).flatMap((words) =>
        wordsFaults(words).map(({ from, to, severity, code, message, fix }) => ({
          severity,
          code,
          message,
          ...(fix ? { fix } : {}),
          ...detailOf(words.slice(from, to)),
          ...placeOfUse(use, `inputs.${name}`),
        })),
      ),
    ),
  );
};
