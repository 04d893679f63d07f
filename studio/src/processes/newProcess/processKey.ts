import { freshId } from "../../canvas/model/freshId.ts";

/** A camelCase key out of a name, free among those taken; names without Latin letters take the key of the record. */
export const processKey = (name: string, recordType: string, taken: Iterable<string>): string => {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  const camel = words
    .map((word, index) => {
      const lower = word.toLowerCase();
      return index === 0 ? lower : lower.charAt(0).toUpperCase() + lower.slice(1);
    })
    .join("")
    .replace(/^[0-9]+/, "");
  const stem = camel === "" ? `${recordType}Process` : camel.charAt(0).toLowerCase() + camel.slice(1);
  return freshId(new Set(taken), stem.slice(0, 50));
};
