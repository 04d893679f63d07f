import { problem, type Problem } from "@sluice/problems";
import type { CustomFieldSettings } from "./customField.ts";
import { settingName, type Setting } from "./settingProblem.ts";

/** The settings that say what a stored value is: they change only while there is none. */
const MEANING = ["type", "refersTo", "currency", "searchable"] as const satisfies readonly Setting[];

/** Records are counted no further: that there are many is all that anybody needs to know. */
export const VALUES_COUNTED = 1_000;

const removedChoice = (before: CustomFieldSettings, after: CustomFieldSettings): boolean =>
  (before.choices ?? []).some(({ key }) => !(after.choices ?? []).some((it) => it.key === key));

/**
 * What stands against changing a custom field of which `values` records hold a value (deleted ones included, counted up to
 * `VALUES_COUNTED`).
 *
 * What a value means never changes under it: its type, what it refers to, its currency and the choices it may be. What only
 * new values must obey (limits, required, format) may change at any time: old records stay as they are until they are edited.
 *
 * @problem FIELD_HAS_VALUES - a setting that the stored values lean on would change
 */
export const fieldChangeProblems = (
  before: CustomFieldSettings,
  after: CustomFieldSettings,
  values: number,
): readonly Problem[] => {
  if (values === 0) return [];
  const changed: Setting[] = MEANING.filter((setting) => before[setting] !== after[setting]);
  if (removedChoice(before, after)) changed.push("choices");
  if (after.unique === true && before.unique !== true) changed.push("unique");
  const [manyEn, manyZh] =
    values < VALUES_COUNTED ? [String(values), String(values)] : [`${VALUES_COUNTED} or more`, `至少${VALUES_COUNTED}`];
  return changed.map((setting) => {
    const { en, zh } = settingName(setting);
    return problem(
      "FIELD_HAS_VALUES",
      { field: setting, count: values },
      {
        sentence: {
          en: `${en}: it stays as it is, because ${manyEn} records hold a value of this field.`,
          zh: `${zh}：已有${manyZh}条记录填写了此字段，不能修改。`,
        },
      },
    );
  });
};
