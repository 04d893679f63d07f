import type { FieldSchema } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { fieldName } from "../../expression/fieldName.ts";
import type { Range, Use } from "../../expression/pathUses.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import { didYouMean } from "../meaning.ts";
import { emptyField, optionalPath, orEmpty } from "./emptyValue.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";
import { meantPath } from "./meantPath.ts";
import { mendedText, renamedMember } from "./mendedText.ts";

/** A custom field that became required is still empty in the records from before. */
const isNeverEmpty = ({ required, alwaysSet, custom }: FieldSchema): boolean =>
  alwaysSet === true || (required === true && custom !== true);

/** An expression whose fields are looked at: its text, where it asks for fields, and which of them it asks whether they are there. */
export interface Asking {
  readonly text: string;
  readonly uses: readonly Use[];
  readonly asked: ReadonlySet<string>;
}

/** What `has` cannot be asked of, because what it looks behind may be empty. */
export const ofLookedBehind = (
  use: Use,
  { text, asked }: Omit<Asking, "uses">,
  { schemas, recordType }: ExpressionScope,
): readonly ExpressionFault[] => {
  const field = recordType === null ? null : fieldAt(schemas, recordType, use.path);
  if (recordType === null || field === null || field === "any") return [];
  if ((isNeverEmpty(field) && !use.path.includes(".")) || asked.has(use.path)) return [];
  const last = text.slice(use.start, use.end).split(".").at(-1) ?? "";
  const replacement = `${optionalPath("record", use.path)}.${last}`;
  const found = mayBeEmpty(use, fieldName(schemas, recordType, use.path), `has(${replacement})`);
  return [{ ...found, replacement, mended: mendedText(text, [use], () => replacement) }];
};

const mayBeEmpty = (use: Range, name: LocalText, instead: string): ExpressionFault =>
  fault(
    "warning",
    "FIELD_MAY_BE_EMPTY",
    use,
    {
      en: `“${name.en}” may be empty; the condition then cannot be answered.`,
      zh: `“${name.zh}”可能为空，此时条件无法判断。`,
    },
    { en: `Write ${instead}.`, zh: `请写作 ${instead}。` },
  );

const unknown = (
  use: Use,
  { text, uses }: Asking,
  { schemas, recordType }: { readonly schemas: RecordSchemas; readonly recordType: string },
): ExpressionFault => {
  const { path } = use;
  const meant = meantPath(schemas, recordType, path);
  const words = { en: `There is no field “${path}”.`, zh: `字段“${path}”不存在。` };
  if (meant === null) return fault("error", "UNKNOWN_FIELD", use, words);
  const right = (chain: string) => renamedMember(chain, meant.member, meant.name);
  const same = uses.filter((other) => other.path === path);
  return {
    ...fault("error", "UNKNOWN_FIELD", use, words, didYouMean(`record.${meant.path}`)),
    replacement: right(text.slice(use.start, use.end)),
    mended: mendedText(text, same, right),
  };
};

/** What is wrong with one field that is asked for: there is none, it was put away, it may be empty. */
export const ofField = (
  use: Use,
  asking: Asking,
  { schemas, recordType }: ExpressionScope,
): readonly ExpressionFault[] => {
  if (recordType === null) return [];
  const { path } = use;
  const field = fieldAt(schemas, recordType, path);
  if (field === null) return [unknown(use, asking, { schemas, recordType })];
  if (field === "any") return [];
  const name = fieldName(schemas, recordType, path);
  const isCertain = (isNeverEmpty(field) && !path.includes(".")) || !use.isPlain || asking.asked.has(path);
  const putAway = fault("warning", "FIELD_ARCHIVED", use, {
    en: `“${name.en}” was put away: nobody fills it in any more.`,
    zh: `“${name.zh}”已停用，不会再有人填写。`,
  });
  const replacement = orEmpty("record", path, emptyField(field));
  const plain = asking.uses.filter((other) => other.path === path && other.isPlain);
  return [
    ...(field.archived === true ? [putAway] : []),
    ...(isCertain
      ? []
      : [
          {
            ...mayBeEmpty(use, name, replacement),
            replacement,
            mended: mendedText(asking.text, plain, () => replacement),
          },
        ]),
  ];
};
