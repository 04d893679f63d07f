import type { processes as english } from "../en/processes.ts";
import type { TranslationOf } from "../translation.ts";

export const processes: TranslationOf<typeof english> = {
  title: "流程",
  intro: "记录从第一个状态到最后一个状态所经历的一切。",
  rules: { quote: { costSigned: "报价内容的成本已签核" } },
  table: { name: "流程", record: "记录类型", state: "状态", version: "版本", running: "进行中", late: "逾期", changed: "最近修改", by: "{{when}}，{{who}}" },
  state: { published: "已发布", draft: "草稿", changed: "有待发布草稿" },
  empty: "尚无流程。",
  search: "搜索流程",
  header: {
    crumb: "流程", draft: "草稿 v{{version}}", viewing: "v{{version}}，只读", published: "v{{version}} 已发布", liveNow_one: "v{{version}} 运行中 · {{count}} 个实例", liveNow_other: "v{{version}} 运行中 · {{count}} 个实例", notPublished: "未发布",
    view: "视图", design: "设计", live: "运行", versions: "版本", undo: "撤销", redo: "重做", publish: "发布", problems: "问题：", errors_one: "个错误", errors_other: "个错误", warnings_one: "个警告", warnings_other: "个警告",
  },
  save: {
    saved: "已保存", incomplete: "尚未保存：有设置未填写完整", saving: "保存中…", unsaved: "尚未保存", failed: "未能保存，修改保留在本浏览器中。", retry: "重试",
    conflict: "该草稿已被他人修改。您的修改尚未保存，已保留在本浏览器中。", takeTheirs: "采用对方版本", keepMine: "以我的版本覆盖", restored: "已恢复保留在本浏览器中的修改。",
  },
  publish: {
    title: "发布版本 {{version}}", what: "新记录将按版本 {{version}} 运行，运行中的实例仍沿用原版本。", running_one: "{{count}} 个实例将按原版本继续。", running_other: "{{count}} 个实例将按原版本继续。",
    errors_one: "须先解决 {{count}} 个错误。", errors_other: "须先解决 {{count}} 个错误。", warnings: "我已阅读警告", confirm: "发布版本 {{version}}", cancel: "取消", done: "版本 {{version}} 已发布。",
    unsaved: "草稿尚未保存。", nothing: "自版本 {{version}} 以来没有修改。",
  },
  versions: {
    title: "版本", current: "已发布", published: "{{when}}，{{who}}", restore: "恢复为草稿", restored: "版本 {{version}} 已成为草稿，可撤销。", none: "尚未发布任何版本。", discard: "放弃草稿",
    discarded: "草稿已放弃。", discardConfirm: "自版本 {{version}} 以来的修改将丢失，运行中的实例不受影响。", keep: "保留",
  },
};
