import { problem, type Problem } from "@sluice/problems";
import { readLocalText } from "../customField/readChoices.ts";
import type { FieldSchema, RecordSchema } from "../field/recordSchema.ts";
import { MOST_SECTIONS, type Layout, type LayoutSection } from "./layout.ts";

type Given = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= 300 && value.every((it) => typeof it === "string");

/** Whether a form cannot do without a field: it must be filled in and nothing fills it in by itself. */
export const isNeeded = (field: FieldSchema | undefined): boolean =>
  field?.required === true && field.derived !== true && field.default === undefined && field.type !== "lines";

const readSection = (value: unknown): LayoutSection | null => {
  if (!isObject(value)) return null;
  const title = readLocalText(value["title"], 60);
  return title === null || !isTexts(value["fields"]) ? null : { title, fields: value["fields"] };
};

const refused = (field: string, reason: string, sentence: { readonly en: string; readonly zh: string }): Problem =>
  problem("INPUT_INVALID", { field, reason }, { sentence });

/**
 * Reads a layout, or says everything that stands against it. Pure.
 *
 * @problem INPUT_INVALID - sections without both names, unknown fields, one field twice, a needed field hidden
 */
export const readLayout = (
  given: Given,
  schema: RecordSchema,
): { readonly problems: readonly Problem[]; readonly layout: Layout | null } => {
  const { sections: unread, hidden = [] } = given;
  const sections = Array.isArray(unread) && unread.length <= MOST_SECTIONS ? unread.map(readSection) : [null];
  const whole = sections.filter((it) => it !== null);
  if (whole.length < sections.length || !isTexts(hidden))
    return {
      problems: [
        refused("sections", "badSections", {
          en: `Sections: at most ${MOST_SECTIONS}, each with a name in both languages.`,
          zh: `分区：最多${MOST_SECTIONS}个，每个都要有两种语言的名称。`,
        }),
      ],
      layout: null,
    };
  const named = [...whole.flatMap(({ fields }) => fields), ...hidden];
  const unknown = named.filter((path) => !Object.hasOwn(schema.fields, path));
  const twice = named.filter((path, at) => named.indexOf(path) !== at);
  const needed = hidden.filter((path) => isNeeded(schema.fields[path]));
  const problems = [
    ...unknown.map((path) =>
      refused("sections", "unknownField", { en: `There is no field “${path}”.`, zh: `字段“${path}”不存在。` }),
    ),
    ...twice.map((path) =>
      refused("sections", "repeatedField", { en: `“${path}” stands twice.`, zh: `“${path}”重复出现。` }),
    ),
    ...needed.map((path) => {
      const { en = path, zh = path } = schema.fields[path]?.label ?? {};
      return refused("hidden", "neededField", {
        en: `“${en}” must be filled in, so it cannot be hidden.`,
        zh: `“${zh}”为必填，不能隐藏。`,
      });
    }),
  ];
  return problems.length > 0 ? { problems, layout: null } : { problems, layout: { sections: whole, hidden } };
};
