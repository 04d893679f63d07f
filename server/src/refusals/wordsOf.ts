import { findRecordSchema, knownField, type RecordSchema } from "@sluice/domain";
import type { Language, LocalText, ProblemValue } from "@sluice/problems";

const text = (en: string, zh: string): LocalText => ({ en, zh });

/** What can be done, as a verb before its object. */
const actions: Readonly<Record<string, LocalText>> = {
  read: text("see", "查看"),
  create: text("create", "创建"),
  make: text("make", "创建"),
  patch: text("change", "修改"),
  change: text("change", "修改"),
  delete: text("delete", "删除"),
  export: text("export", "导出"),
  move: text("move", "推进"),
  design: text("design", "设计"),
  upload: text("upload", "上传"),
  retry: text("retry a step of", "重试"),
  skip: text("skip a step of", "跳过"),
  compensate: text("undo steps of", "补偿"),
  jump: text("move within", "移动"),
  suspend: text("suspend", "暂停"),
  resume: text("resume", "恢复"),
  cancel: text("cancel", "取消"),
};

/** What is no record type of the domain and is spoken of all the same. */
const others: Readonly<Record<string, LocalText>> = {
  case: text("case", "流程实例"),
  task: text("task", "任务"),
  process: text("process", "流程"),
  person: text("person", "人员"),
  import: text("import", "导入"),
  file: text("file", "文件"),
  "API key": text("API key", "API密钥"),
  field: text("field", "字段"),
  layout: text("layout", "布局"),
};

const typeName = (type: string, language: Language): string => {
  const label = findRecordSchema(type)?.label;
  if (label === undefined) return others[type]?.[language] ?? type;
  return language === "en" ? label.en.toLowerCase() : label.zh;
};

const LINE = /^(?<lines>\w+)\.(?<place>\d+)\.(?<column>\w+)$/u;

/** A field by its label, one of a line with the line's place; null where the record type has none of that path. */
const fieldName = (schema: RecordSchema | null, path: string, language: Language): string | null => {
  const fields = schema?.fields;
  const { lines = "", place = "", column = "" } = LINE.exec(path)?.groups ?? {};
  const inLine = fields?.[lines]?.lineFields?.[column]?.label;
  if (inLine !== undefined)
    return language === "en" ? `${inLine.en} (line ${Number(place) + 1})` : `第${Number(place) + 1}行${inLine.zh}`;
  return knownField(schema ?? undefined, path)?.label[language] ?? null;
};

/**
 * What a catalogue's sentence is filled with: keys of record types, acts and fields in the reader's language, everything else as
 * it is. A field goes by its label where the record type that the problem is about is known.
 */
export const wordsOf = (
  values: Readonly<Record<string, ProblemValue>>,
  { language, schema }: { readonly language: Language; readonly schema: RecordSchema | null },
): Readonly<Record<string, ProblemValue>> => {
  const { recordType: type, action, field } = values;
  const label = typeof field === "string" ? fieldName(schema, field, language) : null;
  return {
    ...values,
    ...(typeof type === "string" ? { recordType: typeName(type, language) } : {}),
    ...(typeof action === "string" ? { action: actions[action]?.[language] ?? action } : {}),
    ...(label === null ? {} : { field: label }),
  };
};
