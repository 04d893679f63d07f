import { fieldLabel, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";

/** The fields of the process's record type as choices; lines by their own fields too. What is chosen but unknown stays choosable. */
export const useRecordFields = (chosen: readonly string[], prefix = ""): { value: string; label: string }[] => {
  const sayings = useSayings();
  const fields = Object.entries(sayings.catalogue.schema?.fields ?? {}).flatMap(([path, field]) => {
    const label = textIn(sayings, field.label);
    const own = { value: prefix + path, label };
    const lines = Object.entries(field.lineFields ?? {}).map(([key, line]) => ({
      value: `${prefix}${path}.${key}`,
      label: `${label} › ${textIn(sayings, line.label)}`,
    }));
    return [own, ...lines];
  });
  const known = new Set(fields.map((field) => field.value));
  return [
    ...fields,
    ...[...new Set(chosen)]
      .filter((path) => path !== "" && !known.has(path))
      .map((path) => ({ value: path, label: fieldLabel(sayings, path) })),
  ];
};
