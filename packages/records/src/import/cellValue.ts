import { decimalText, parseDecimal, plainText, type FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";

const YES = new Set(["yes", "y", "true", "1", "是", "启用", "有效", "active"]);
const NO = new Set(["no", "n", "false", "0", "否", "停用", "无效", "inactive"]);

const asciiDigits = (cell: string): string => cell.normalize("NFKC").trim();

/** `¥1,234.50` → `1234.50`. Commas count as thousands only where they stand as such, and not in files that separate by `;`. */
const plainNumber = (cell: string, delimiter: string): string => {
  const bare = asciiDigits(cell).replace(/^[¥$€£]\s*/u, "");
  return delimiter !== ";" && /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(bare) ? bare.replaceAll(",", "") : bare;
};

/** `13%` → `0.13`, exactly. */
const plainShare = (cell: string, delimiter: string): string => {
  const bare = plainNumber(cell.replace(/\s*[%％]\s*$/u, ""), delimiter);
  const read = /[%％]\s*$/u.test(cell) ? parseDecimal(bare, { digits: 10, places: 4 }) : null;
  return read?.ok === true ? decimalText(read.value.div(100)) : read === null ? bare : cell;
};

/** `2026/3/5`, `2026.3.5`, `2026年3月5日` → `2026-03-05`; whether there is such a day is for the validation to say. */
const plainDate = (cell: string): string => {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(asciiDigits(cell));
  return parts === null
    ? cell
    : `${parts[1] ?? ""}-${(parts[2] ?? "").padStart(2, "0")}-${(parts[3] ?? "").padStart(2, "0")}`;
};

const choiceKey = (cell: string, field: FieldSchema): string => {
  const wanted = plainText(cell);
  return (
    (field.choices ?? []).find(({ key, label }) => [key, label.en, label.zh].some((text) => plainText(text) === wanted))
      ?.key ?? cell.trim()
  );
};

/**
 * Reads a cell as people write it into what the field's validation takes: never guesses, never rounds. What it does not
 * understand stays as written, so that the validation refuses it by name.
 */
export const cellValue = (cell: string, field: FieldSchema, delimiter: string): Json => {
  if (cell.trim() === "") return null;
  switch (field.type) {
    case "money":
    case "decimal":
    case "integer":
      return plainNumber(cell, delimiter);
    case "share":
      return plainShare(cell, delimiter);
    case "date":
      return plainDate(cell);
    case "boolean": {
      const said = cell.trim().toLowerCase();
      return YES.has(said) ? true : NO.has(said) ? false : cell;
    }
    case "choice":
      return choiceKey(cell, field);
    case "multiChoice":
      return cell
        .split(/[;；、\n|]/u)
        .filter((it) => it.trim() !== "")
        .map((it) => choiceKey(it, field));
    case "text":
    case "longText":
    case "instant":
    case "reference":
    case "lines":
    case "localText":
      return cell;
  }
};
