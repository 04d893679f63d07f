import type { lists as english } from "../en/lists.ts";
import type { TranslationOf } from "../translation.ts";

export const lists: TranslationOf<typeof english> = {
  searchIn: "搜索{{plural}}",
  newOne: "新建{{type}}",
  importCsv: "导入",
  filter: "筛选",
  stage: "阶段",
  anyValue: "不限",
  clearAll: "清除筛选",
  sortBy: "按{{column}}排序",
  emptyTitle: "暂无{{plural}}",
  emptyText: "您可查看的内容会显示在这里。",
  noMatchTitle: "没有符合条件的内容",
  noMatchText: "可减少关键词或清除筛选。",
  loadingMore: "加载更多…",
  end: "已全部显示",
  shown_one: "已显示 {{count}} 条",
  shown_other: "已显示 {{count}} 条",
  name: "名称",
  emptyOrders: "客户接受报价后会自动生成订单。",
  emptyCostSheets: "对报价发起成本核算后会生成成本单。",
};
