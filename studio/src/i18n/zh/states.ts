import type { states as english } from "../en/states.ts";
import type { TranslationOf } from "../translation.ts";

export const states: TranslationOf<typeof english> = {
  loading: "加载中…",
  retry: "重试",
  failedTitle: "加载失败",
  failedText: "服务器未正常响应。您填写的内容已保留。",
  offlineTitle: "当前处于离线状态",
  offlineText: "显示的内容可能不是最新。您填写的内容会保留，不会重复提交。",
  liveDown: "实时更新已中断，正在重新连接…",
  carrierDown: "自{{when}}起，提醒、邮件等自动步骤暂停：执行服务没有响应。您可以继续工作，恢复后会自动补做。",
  forbiddenTitle: "您无权查看此内容",
  forbiddenText: "您的角色没有相应权限，可联系管理员调整。",
  notFoundTitle: "这里没有内容",
  notFoundText: "该内容不存在，或您无权查看。",
  goHome: "返回待办",
  brokenTitle: "页面出现错误",
  brokenText: "其他页面不受影响。重新加载即可继续，已填写的内容会保留。",
  reload: "重新加载",
  whoCanClear: "可由以下人员处理",
  nextPossible: "{{when}}后可再次操作",
  close: "关闭",
  details: "详情",
  resumedTitle: "上一步操作已成功",
  resumedText: "之前未收到结果，现已重新确认。",
  notForYouTitle: "您无权执行此操作",
};
