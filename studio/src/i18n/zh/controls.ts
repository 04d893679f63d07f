import type { controls as english } from "../en/controls.ts";
import type { TranslationOf } from "../translation.ts";

export const controls: TranslationOf<typeof english> = {
  title: "控制点",
  about: "每条路径都须满足的语句：发布前证明，运行时强制执行。",
  none: "写下无论怎样绘制、每条路径都须满足的语句：发布前证明，运行时强制执行。",
  empty: "尚未设置。",
  add: "添加控制点",
  remove: "移除",
  removeOne: "移除：{{control}}",
  initiator: "发起流程",
  notDrawn: "{{point}}（未绘制）",
  group: {
    start: "起点",
    stages: "阶段",
    stepsOf: "“{{stage}}”的步骤",
    milestones: "里程碑",
    lost: "已不存在",
  },
  template: {
    neverBefore: "……之前不得……",
    followedBy: "……之后必有……",
    atMostOnce: "……至多一次",
    notSamePerson: "……与……不得为同一人",
    passes: "当……时，……之前必经……",
  },
  part: {
    neverBefore: { point: "不得出现", before: "在任一项之前" },
    followedBy: { point: "出现之后", by: "必有其中一项" },
    atMostOnce: { point: "至多一次" },
    notSamePerson: { point: "执行此项的人", other: "不得执行此项" },
    passes: { when: "当", through: "必经", before: "在此之前" },
  },
};
