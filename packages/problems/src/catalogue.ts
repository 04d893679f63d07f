interface CatalogueEntry {
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

const entry = (status: number, en: string, zh: string): CatalogueEntry => ({ status, en, zh });

/**
 * Every code a person can be refused with. Codes are permanent: they stand in logs, API answers and docs/problems.md.
 * 400 the input is wrong · 401 sign in · 403 not allowed · 404 not there for you · 409 the state forbids it · 422 a rule forbids it.
 */
export const catalogue = {
  // input and identity
  INPUT_INVALID: entry(400, "Check {field}: {reason}.", "请检查{field}：{reason}。"),
  INPUT_TOO_LARGE: entry(413, "Too large: the limit is {limit}.", "内容过大：上限为{limit}。"),
  SIGN_IN_REQUIRED: entry(401, "Sign in first.", "请先登录。"),
  SIGNATURE_INVALID: entry(401, "The signature does not fit: {reason}.", "签名无效：{reason}。"),
  SESSION_ENDED: entry(
    401,
    "Your session has ended. Sign in again; what you typed is kept.",
    "会话已结束，请重新登录；已填写的内容会保留。",
  ),
  NOT_ALLOWED: entry(403, "You may not {action} this {recordType}.", "您无权{action}此{recordType}。"),
  FIELD_NOT_ALLOWED: entry(403, "You may not change {field}.", "您无权修改{field}。"),
  NOT_FOUND: entry(404, "There is no such {recordType}, or you may not see it.", "{recordType}不存在，或您无权查看。"),
  TOO_MANY_REQUESTS: entry(429, "Too many requests. Try again at {at}.", "请求过于频繁，请在{at}后重试。"),
  // the door
  COMMAND_ID_REUSED: entry(409, "This command id was used before with other input.", "该命令编号已用于其他输入。"),
  OUTCOME_UNKNOWN: entry(
    503,
    "The answer did not arrive. The same command is safe to repeat.",
    "未收到结果，可安全地重试同一命令。",
  ),
  BUSY: entry(503, "Many people are changing this at once. Try again.", "当前操作繁忙，请重试。"),
  VERSION_CONFLICT: entry(
    409,
    "Someone changed this meanwhile (version {current}, yours was {yours}).",
    "该记录已被他人修改（当前版本{current}，您的版本{yours}）。",
  ),
  REQUIRED_FIELD: entry(422, "{field} is missing.", "缺少{field}。"),
  DUPLICATE: entry(409, "{field} “{value}” is taken.", "{field}“{value}”已存在。"),
  FIELD_HAS_VALUES: entry(
    409,
    "{count} records hold a value of this field: {field} stays as it is.",
    "已有{count}条记录填写了此字段，{field}不能修改。",
  ),
  FIELD_IN_USE: entry(
    409,
    "The process “{process}” uses this field: publish it without the field first.",
    "流程“{process}”使用此字段：请先发布不使用它的版本。",
  ),
  FIELDS_TOO_MANY: entry(
    422,
    "A record type has at most {limit} custom fields, those put away included.",
    "每种记录最多{limit}个自定义字段（含已停用的）。",
  ),
  FIELD_INDEXING: entry(
    409,
    "{field} is being indexed; lists can use it in a moment.",
    "{field}正在建立索引，稍后即可用于列表。",
  ),
  RECORD_HAS_OPEN_CASE: entry(409, "Cancel its open case first.", "请先取消其进行中的流程。"),
  RECORD_LOCKED: entry(409, "Locked while it is being approved by {approvers}.", "{approvers}审批期间已锁定。"),
  STAGE_ONLY_BY_PROCESS: entry(422, "The stage is moved by the process, not edited.", "阶段由流程推进，不能直接修改。"),
  PERSON_INACTIVE: entry(422, "{name} is no longer active.", "{name}已停用。"),
  REFERENCE_MISSING: entry(422, "{field} points to something that is not there.", "{field}指向的对象不存在。"),
  DOCUMENT_ISSUED: entry(
    409,
    "Issued documents are never edited; make a new revision.",
    "已发出的单据不可修改，请新建修订。",
  ),
  MESSAGE_UNHEARD: entry(
    404,
    "No case waits for the message “{message}”, and no process begins with it.",
    "没有流程在等待消息“{message}”，也没有由它启动的流程。",
  ),
  HOOK_UNKNOWN: entry(404, "No process begins with the webhook “{hook}”.", "没有由 Webhook“{hook}”启动的流程。"),
  START_NEEDS_RECORD: entry(
    422,
    "Say which {recordType} it is for: recordId or recordNumber.",
    "请指明所针对的{recordType}：recordId 或 recordNumber。",
  ),
  // the kernel
  EVENT_NOT_APPLICABLE: entry(
    409,
    "This is not possible any more: the case has moved on.",
    "流程已推进，该操作不再可用。",
  ),
  CASE_ENDED: entry(409, "This case has ended ({outcome}).", "该流程已结束（{outcome}）。"),
  CASE_SUSPENDED: entry(409, "This case is suspended.", "该流程已暂停。"),
  MOVE_UNKNOWN: entry(404, "There is no move “{move}” from this stage.", "当前阶段没有“{move}”操作。"),
  MOVE_NOT_YOURS: entry(403, "This move is for someone else.", "该操作由其他人执行。"),
  TASK_NOT_YOURS: entry(403, "This task is someone else's.", "该任务由其他人处理。"),
  TASK_CLOSED: entry(409, "This task is closed already.", "该任务已关闭。"),
  OUTCOME_UNKNOWN_FOR_TASK: entry(
    400,
    "“{outcome}” is not an outcome of this task.",
    "“{outcome}”不是该任务的可选结果。",
  ),
  REASON_REQUIRED: entry(422, "Say why.", "请填写原因。"),
  COMMENT_REQUIRED: entry(422, "A comment is required.", "请填写意见。"),
  ATTACHMENT_REQUIRED: entry(422, "A file is required with this.", "请附上文件。"),
  SIGNATURE_REQUIRED: entry(422, "A signature is required.", "请签名。"),
  RECORD_HELD: entry(
    409,
    "“{move}” is not open while “{work}” holds the record.",
    "“{work}”处理期间，“{move}”不可用。",
  ),
  TASK_WAITS_ITS_TURN: entry(
    409,
    "“{work}” is being worked on; these are done one at a time.",
    "“{work}”正在处理中，请逐项处理。",
  ),
  GUARD_CLOSED: entry(422, "A rule is not met yet.", "尚未满足规则。"),
  CONTROL_POINT_BROKEN: entry(422, "A control point of the process stands against it.", "流程控制点不允许此操作。"),
  CONTROL_POINT_OVERDUE: entry(
    409,
    "What a control point says must follow has not followed in time.",
    "控制点要求的后续步骤未在规定时间内发生。",
  ),
  GUARD_BROKEN: entry(
    422,
    "The rule “{guard}” could not be evaluated: {reason}. The admins have been told.",
    "规则“{guard}”无法计算：{reason}。已通知管理员。",
  ),
  STAGE_FORBIDS_LEAVING: entry(
    422,
    "Finish the open work of this stage first: {work}.",
    "请先完成本阶段的未完工作：{work}。",
  ),
  PROCESS_LOOPS: entry(422, "The process runs in a circle at “{node}”.", "流程在“{node}”处循环。"),
  TOO_MANY_VISITS: entry(
    422,
    "This way back has been taken {limit} times already.",
    "该回路已走过{limit}次，达到上限。",
  ),
  NO_BRANCH: entry(422, "No branch of “{node}” applies.", "“{node}”没有适用的分支。"),
  MOVE_UNDER_WAY: entry(409, "“{move}” is under way already.", "“{move}”正在进行中。"),
  PROCESS_MISSING: entry(422, "The process “{process}” is not published.", "流程“{process}”尚未发布。"),
  BLOCK_NOT_INNER: entry(
    422,
    "“{stage}” cannot run “{block}” on entering or leaving: only a step can wait for it.",
    "“{stage}”进入或离开时不能执行“{block}”：只有步骤才能等待其完成。",
  ),
  EFFECT_FAILED: entry(502, "“{node}” failed: {reason}.", "“{node}”执行失败：{reason}。"),
  EFFECT_OUTCOME_UNKNOWN: entry(
    502,
    "“{node}” may have happened: {reason}. Decide whether to repeat it.",
    "“{node}”可能已执行：{reason}。请决定是否重试。",
  ),
  CHILD_FAILED: entry(422, "A sub-process of “{node}” failed.", "“{node}”的子流程失败。"),
  CHILD_CANCELLED: entry(409, "A sub-process was cancelled.", "子流程已取消。"),
  STEP_TOO_LONG: entry(
    422,
    "Too much would follow from this at once: more than {limit} questions, each hanging on the answer before. An admin must put a task or a timer in between.",
    "此操作会一次引发过多步骤：超过{limit}轮环环相扣的查询。请管理员在中间加入任务或定时器。",
  ),
  NOBODY_FOUND: entry(422, "Nobody was found for “{node}”.", "“{node}”没有找到处理人。"),
  SELF_APPROVAL: entry(403, "You may not approve your own request.", "不能审批自己发起的申请。"),
  ALREADY_DECIDED: entry(409, "You have decided this already.", "您已处理过该审批。"),
  VERB_NOT_AVAILABLE: entry(422, "“{verb}” is not possible here.", "此处不能执行“{verb}”。"),
  LIST_TOO_LONG: entry(422, "At most {limit} items at once.", "一次最多{limit}项。"),
  STATE_TOO_LARGE: entry(422, "The case holds too much data.", "流程数据过大。"),
  DEPTH_EXCEEDED: entry(422, "Processes start each other too deeply.", "流程嵌套过深。"),
  CHAIN_EXCEEDED: entry(
    422,
    "Changes start processes that start each other: {limit} in a row, and one more would follow.",
    "变更引发的流程相互触发：已连续{limit}次，还将继续。",
  ),
  TEXT_UNPRINTABLE: entry(
    422,
    "This cannot be printed as it is written: the font has no {characters}.",
    "无法按原文打印：字体缺少{characters}。",
  ),
  // control points and costing
  CONTROL_POINT: entry(422, "“{point}” forbids this.", "控制点“{point}”不允许此操作。"),
  COST_NOT_SIGNED: entry(422, "The cost sheet is not signed off.", "成本单尚未签核。"),
  // definitions
  DEFINITION_INVALID: entry(400, "The process cannot be published: {count} problems.", "流程无法发布：{count}个问题。"),
  STORY_FAILS: entry(422, "A story goes otherwise than it is told.", "有用例与预期不符。"),
  MIGRATION_NEEDS_MAPPING: entry(
    422,
    "The case stands at “{step}”, which the new version does not have: say where it goes on.",
    "实例停留在“{step}”，新版本中没有该步骤，请指定其去向。",
  ),
  MIGRATION_OTHER_STAGE: entry(
    422,
    "“{step}” lies outside of “{stage}”, the stage the record is in.",
    "“{step}”不在记录所处的阶段“{stage}”之内。",
  ),
  MIGRATION_WAITS_FOR_EVER: entry(
    422,
    "From “{step}” the case could not come to an end any more in the new version.",
    "在新版本中，实例将无法从“{step}”走到结束。",
  ),
  MIGRATION_REPEATS_EFFECT: entry(
    422,
    "“{step}” would do again what this case has done already.",
    "“{step}”会重复执行该实例已经执行过的操作。",
  ),
  MIGRATION_NOT_PROVED: entry(
    422,
    "It could not be shown that this case can still come to an end in the new version.",
    "无法证明该流程在新版本中仍能走到结束。",
  ),
  MIGRATION_ACTED_SINCE: entry(
    409,
    "The case has gone on since it was taken over: going back would lose what was done on the new version.",
    "该流程在迁移后已继续推进，撤回会丢失在新版本上所做的操作。",
  ),
  MIGRATION_BEGUN_ANEW: entry(
    422,
    "The case is back, but “{steps}” has begun anew: it was another kind of step in between.",
    "该流程已撤回，但“{steps}”已重新开始：它在新版本中是另一类步骤。",
  ),
  DRAFT_CHANGED: entry(409, "Someone changed or published this process meanwhile.", "该流程已被他人修改或发布。"),
  VERSION_MOVED_ON: entry(
    409,
    "Version {published} is in force by now; this was made from version {base}. Merge the two first.",
    "当前生效的是版本{published}，而此修改基于版本{base}。请先合并。",
  ),
  EXPRESSION_INVALID: entry(400, "The condition cannot be read: {reason}.", "条件无法解析：{reason}。"),
} as const satisfies Record<string, CatalogueEntry>;

export type ProblemCode = keyof typeof catalogue;
