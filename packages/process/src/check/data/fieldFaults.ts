import type { FieldSchema } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { fieldName } from "../../expression/fieldName.ts";
import type { Range, Use } from "../../expression/pathUses.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";

/** A custom field that became required is still empty in the records from before. */
const isNeverEmpty = ({ required, alwaysSet, custom }: FieldSchema): boolean =>
  alwaysSet === true || (required === true && custom !== true);

/** What an empty field counts as, written as its type is. */
const emptyOf = ({ type }: FieldSchema): string => {
  switch (type) {
    case "decimal":
    case "share":
    case "money":
      return "decimal('0')";
    case "integer":
      return "0";
    case "boolean":
      return "false";
    case "lines":
    case "multiChoice":
      return "[]";
    default:
      return "''";
  }
};

const optionalPath = (path: string): string => `record.?${path.replaceAll(".", ".?")}`;

/** What `has` cannot be asked of, because what it looks behind may be empty. */
export const ofLookedBehind = (
  use: Use,
  text: string,
  asked: ReadonlySet<string>,
  { schemas, recordType }: ExpressionScope,
): readonly ExpressionFault[] => {
  const field = recordType === null ? null : fieldAt(schemas, recordType, use.path);
  if (recordType === null || field === null || field === "any") return [];
  if ((isNeverEmpty(field) && !use.path.includes(".")) || asked.has(use.path)) return [];
  const last = text.slice(use.start, use.end).split(".").at(-1) ?? "";
  const replacement = `${optionalPath(use.path)}.${last}`;
  return [{ ...mayBeEmpty(use, fieldName(schemas, recordType, use.path), `has(${replacement})`), replacement }];
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

/** What is wrong with one field that is asked for: there is none, it was put away, it may be empty. */
export const ofField = (
  use: Use,
  asked: ReadonlySet<string>,
  { schemas, recordType }: ExpressionScope,
): readonly ExpressionFault[] => {
  if (recordType === null) return [];
  const { path } = use;
  const field = fieldAt(schemas, recordType, path);
  if (field === null)
    return [fault("error", "UNKNOWN_FIELD", use, { en: `There is no field “${path}”.`, zh: `字段“${path}”不存在。` })];
  if (field === "any") return [];
  const name = fieldName(schemas, recordType, path);
  const isCertain = (isNeverEmpty(field) && !path.includes(".")) || !use.isPlain || asked.has(path);
  const putAway = fault("warning", "FIELD_ARCHIVED", use, {
    en: `“${name.en}” was put away: nobody fills it in any more.`,
    zh: `“${name.zh}”已停用，不会再有人填写。`,
  });
  const replacement = `${optionalPath(path)}.orValue(${emptyOf(field)})`;
  return [
    ...(field.archived === true ? [putAway] : []),
    ...(isCertain ? [] : [{ ...mayBeEmpty(use, name, replacement), replacement }]),
  ];
};
