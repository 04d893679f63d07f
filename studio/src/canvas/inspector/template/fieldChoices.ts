import type { FieldSchema, RecordSchema } from "@sluice/domain";
import type { ExpressionScope } from "@sluice/process";
import { type Sayings, textIn } from "../../sayings/sayings.ts";

/** What may be put into a text, under the name of what it belongs to. */
export interface FieldGroup {
  readonly group: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
}

const OF_CASE = ["case.initiatorId", "case.decidedBy", "actor.personId", "case.stage", "case.openedAt", "now"] as const;

/** A person stands in a text by their name; any other record only by its fields. */
const isText = ({ type, refersTo }: FieldSchema): boolean =>
  type === "reference" ? refersTo === "person" : type !== "lines";

/** The fields of the record, those behind each of its references, the variables, and what the case knows; empty groups left out. */
export const fieldChoices = (
  sayings: Sayings,
  { schemas, recordType, variables }: Pick<ExpressionScope, "schemas" | "recordType" | "variables">,
): readonly FieldGroup[] => {
  const { say } = sayings;
  const schema: RecordSchema | undefined = recordType === null ? undefined : schemas[recordType];
  const fieldsOf = (of: RecordSchema, before: string) =>
    Object.entries(of.fields)
      .filter(([, field]) => isText(field))
      .map(([key, { label, type }]) => ({
        value: `${before}.${key}`,
        label:
          type === "reference" ? say("template.nameOf", { person: textIn(sayings, label) }) : textIn(sayings, label),
      }));
  const numberOf = (of: RecordSchema, before: string) =>
    of.numberPrefix !== null && of.fields["number"] === undefined
      ? [{ value: `${before}.number`, label: say("template.number") }]
      : [];
  const references = Object.entries(schema?.fields ?? {}).flatMap(([key, { refersTo, label }]): FieldGroup[] => {
    const behind = refersTo === undefined ? undefined : schemas[refersTo];
    return behind ? [{ group: textIn(sayings, label), items: fieldsOf(behind, `record.${key}`) }] : [];
  });
  const all: readonly FieldGroup[] = [
    ...(schema
      ? [
          {
            group: textIn(sayings, schema.label),
            items: [...numberOf(schema, "record"), ...fieldsOf(schema, "record")],
          },
        ]
      : []),
    ...references,
    {
      group: say("template.variables"),
      items: [...variables].map(([key, { name, type }]) => ({
        value: `vars.${key}`,
        label: type === "person" ? say("template.nameOf", { person: textIn(sayings, name) }) : textIn(sayings, name),
      })),
    },
    { group: say("template.case"), items: OF_CASE.map((path) => ({ value: path, label: say(`template.of.${path}`) })) },
  ];
  return all.filter(({ items }) => items.length > 0);
};
