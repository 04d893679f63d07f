import { plainText, type RecordSchema } from "@sluice/domain";

/** Which column of a file feeds which field; null leaves the column out. */
export type ColumnMapping = Readonly<Record<string, string | null>>;

/** Other words that people head such columns with. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  sku: [
    "编码",
    "货号",
    "料号",
    "产品编号",
    "物料编码",
    "item",
    "item no",
    "part no",
    "part number",
    "product code",
    "code",
  ],
  name: ["品名", "产品名称", "产品", "product", "product name", "title", "客户名称", "公司名称", "company"],
  nameZh: ["中文名", "品名中文", "chinese name"],
  category: ["分类", "品类", "产品类别", "group", "family"],
  unit: ["计量单位", "uom"],
  listPrice: ["价格", "单价", "售价", "标准价", "含税单价", "price", "unit price"],
  cost: ["成本", "单位成本", "unit cost"],
  currency: ["货币", "币别"],
  active: ["状态", "是否启用", "status"],
  description: ["描述", "备注", "规格", "规格型号", "details", "specification"],
};

const key = (text: string): string => plainText(text).replaceAll(" ", "");

/** Suggests a field for every column whose heading says one: by key, label in either language, or a usual synonym; each field once. */
export const suggestMapping = (columns: readonly string[], schema: RecordSchema): ColumnMapping => {
  const taken = new Set<string>();
  const fields = Object.entries(schema.fields).filter(
    ([, field]) => field.derived !== true && field.type !== "lines" && field.type !== "reference",
  );
  const find = (column: string): string | null => {
    const wanted = key(column);
    const found = fields.find(
      ([path, { label }]) =>
        !taken.has(path) && [path, label.en, label.zh, ...(SYNONYMS[path] ?? [])].some((text) => key(text) === wanted),
    );
    if (found === undefined) return null;
    taken.add(found[0]);
    return found[0];
  };
  return Object.fromEntries(columns.map((column) => [column, find(column)]));
};
