import type { LocalText } from "@sluice/problems";

const text = (en: string, zh: string): LocalText => ({ en, zh });

/** What the evidence of a case says happened, by event type and, for a task or an intervention, by what was done. */
export const eventTitles: Readonly<Record<string, LocalText>> = {
  start: text("Started", "发起流程"),
  firstStep: text("Took its first step", "执行首个步骤"),
  move: text("Took “{move}”", "执行“{move}”"),
  alarmRang: text("Time was up", "到达时限"),
  effectDone: text("“{node}” was done", "“{node}”已完成"),
  effectFailed: text("“{node}” failed: {reason}", "“{node}”失败：{reason}"),
  message: text("Message “{message}” came in", "收到消息“{message}”"),
  childEnded: text("“{process}” ended: {outcome}", "子流程“{process}”结束：{outcome}"),
  factsChanged: text("What the case waits for changed", "等待的条件有变化"),
  forbidden: text("A rule of the firm forbade the next step", "公司规则禁止了下一步"),
  "task.complete": text("Did “{node}”: {outcome}", "完成“{node}”：{outcome}"),
  "task.claim": text("Claimed “{node}”", "领取“{node}”"),
  "task.release": text("Gave “{node}” back", "退还“{node}”"),
  "task.approve": text("Approved “{node}”", "通过“{node}”"),
  "task.reject": text("Rejected “{node}”", "驳回“{node}”"),
  "task.sendBack": text("Sent “{node}” back", "退回“{node}”"),
  "task.withdraw": text("Withdrew the request", "撤回申请"),
  "task.reclaim": text("Took the decision on “{node}” back", "拿回“{node}”的审批意见"),
  "task.addSigner": text("Added signers to “{node}”", "为“{node}”加签"),
  "task.removeSigner": text("Removed a signer of “{node}”", "为“{node}”减签"),
  "task.transfer": text("Handed “{node}” on", "转办“{node}”"),
  "task.delegate": text("Delegated “{node}”", "委托“{node}”"),
  "task.urge": text("Urged “{node}”", "催办“{node}”"),
  "task.consult": text("Asked for advice on “{node}”", "就“{node}”征询意见"),
  "task.copy": text("Sent a copy of “{node}”", "抄送“{node}”"),
  "intervene.retry": text("Tried again", "重试"),
  "intervene.skip": text("Skipped the failed step", "跳过失败的步骤"),
  "intervene.jump": text("Moved to “{node}”", "移至“{node}”"),
  "intervene.suspend": text("Suspended the case", "暂停流程"),
  "intervene.resume": text("Resumed the case", "恢复流程"),
  "intervene.cancel": text("Cancelled the case", "取消流程"),
  "intervene.reassign": text("Gave “{node}” to somebody else", "将“{node}”转交他人"),
  migrate: text("Went over to version {version}", "迁移到版本{version}"),
  "intervene.compensate": text("Undid what was done", "执行补偿"),
};

/** What the outcomes are called that every process has; `none` stands for an end without one. */
export const endingWords: Readonly<Record<string, LocalText>> = {
  won: text("Won", "赢单"),
  lost: text("Lost", "输单"),
  done: text("Done", "完成"),
  void: text("Void", "作废"),
  cancelled: text("Cancelled", "取消"),
  error: text("Failed", "失败"),
  none: text("without an outcome", "无结果"),
};

/** Who acts when no person does. */
export const machineNames: Readonly<Record<string, LocalText>> = {
  clock: text("The clock", "定时器"),
  carrier: text("The carrier", "执行器"),
  inbox: text("Another case", "其他流程"),
  sla: text("The time rule", "时限规则"),
  dedup: text("The repeat rule", "去重规则"),
  import: text("An import", "导入"),
};

/** What a case waits for, by the kind of wait. */
export const waitTexts: Readonly<Record<string, LocalText>> = {
  task: text("Waits for {people}", "等待{people}"),
  timer: text("Waits for its time to come", "等待到时"),
  condition: text("Waits for a condition", "等待条件满足"),
  sentence: text("Waits: {sentence}", "等待：{sentence}"),
  message: text("Waits for the message “{message}”", "等待消息“{message}”"),
  effect: text("Waits for “{node}” to be done", "等待“{node}”执行完成"),
  nextTry: text("“{node}” did not succeed and is tried again", "“{node}”未成功，将自动重试"),
  child: text("Waits for a sub-process", "等待子流程"),
  broken: text("Stands still at “{node}” until its incident is cleared", "停在“{node}”，异常处理后继续"),
};

/** What the facts of a step are called. Fields go by the label of their record type. */
export const factLabels: Readonly<Record<string, LocalText>> = {
  rule: text("Rule “{rule}”", "规则“{rule}”"),
  people: text("People found", "找到的人员"),
  mayEdit: text("May edit the record", "可编辑该记录"),
  dueAt: text("Due at", "到期时间"),
  endOfDay: text("End of the day", "当日结束"),
  shifted: text("Moved time", "顺延时间"),
  pick: text("Picked person", "选定的人"),
  process: text("Version of “{process}”", "“{process}”的版本"),
  managerOf: text("Manager", "上级"),
  effectsDone: text("What was done outside", "已执行的外部操作"),
};
