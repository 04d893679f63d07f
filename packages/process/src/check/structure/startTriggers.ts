import { type CronFault, cronFault } from "../../nodes/start/cron.ts";
import { cronMeant } from "../../nodes/start/cronMeant.ts";
import type { StartNode } from "../../nodes/start/schema.ts";
import { zoneFault } from "../../nodes/start/zoneFault.ts";
import { zoneMeant } from "../../nodes/start/zoneMeant.ts";
import type { Check } from "../check.ts";
import type { CheckWorld } from "../checkWorld.ts";
import { error, type Finding } from "../finding.ts";

type Trigger = StartNode["trigger"];
type TriggerOn<On extends Trigger["on"]> = Extract<Trigger, { on: On }>;

const CRON_WORDS: Readonly<Record<CronFault, Parameters<typeof error>[2]>> = {
  unreadable: {
    en: "The schedule cannot be read: it has five fields, minute, hour, day of the month, month, day of the week.",
    zh: "无法识别该定时：应为五项，依次为分、时、日、月、星期。",
    fix: { en: "Write 0 9 * * MON for every Monday at nine.", zh: "例如每周一九点写作 0 9 * * MON。" },
  },
  never: {
    en: "The schedule names a day that no month has.",
    zh: "该定时所指的日期不存在。",
    fix: { en: "Choose a day that the months have.", zh: "请选择这些月份中存在的日期。" },
  },
  twoKindsOfDays: {
    en: "The schedule names days of the month and days of the week at once.",
    zh: "该定时同时指定了日期和星期。",
    fix: { en: "Leave one of them as *.", zh: "请将其中一项写为 *。" },
  },
};

/** What is wrong with a schedule, and the schedules that may have been meant. */
const cronWords = (cron: string, fault: CronFault): Parameters<typeof error>[2] => {
  const meant = cronMeant(cron);
  const [one, other] = meant;
  if (one === undefined) return CRON_WORDS[fault];
  const or = other === undefined ? { en: "", zh: "" } : { en: ` or ${other}`, zh: ` 或 ${other}` };
  return {
    ...CRON_WORDS[fault],
    fix: { en: `Write ${one}${or.en}.`, zh: `请写作 ${one}${or.zh}。` },
    detail: { written: cron, meant },
  };
};

const ofSchedule = (id: string, { cron, zone }: TriggerOn<"schedule">): readonly Finding[] => {
  const fault = cronFault(cron);
  const said = zoneFault(zone);
  const better = said === "unknown" ? (zoneMeant(zone) ?? said) : said;
  return [
    ...(fault === null ? [] : [error("SCHEDULE_INVALID", { node: id, path: "trigger.cron" }, cronWords(cron, fault))]),
    ...(better === null
      ? []
      : [
          error(
            "ZONE_UNKNOWN",
            { node: id, path: "trigger.zone" },
            {
              en: `There is no time zone “${zone}”.`,
              zh: `时区“${zone}”不存在。`,
              fix:
                better === "unknown"
                  ? { en: "Write it as Asia/Shanghai or UTC.", zh: "请写作 Asia/Shanghai 或 UTC。" }
                  : { en: `Write ${better}.`, zh: `请写作 ${better}。` },
              detail: { written: zone, ...(better === "unknown" ? {} : { meant: [better] }) },
            },
          ),
        ]),
  ];
};

const unnamed = (id: string, path: string): Finding =>
  error(
    "START_NOT_NAMED",
    { node: id, path },
    { en: "It is not said what the process begins with.", zh: "尚未指定流程由什么启动。" },
  );

/** The first of `call2`, `call3`… that no process begins with. */
const ownHook = (hook: string, taken: NonNullable<CheckWorld["hooks"]>): string => {
  const names = new Set(taken.map((other) => other.hook));
  const stem = hook.trim().slice(0, 70);
  let count = 2;
  while (names.has(`${stem}${count}`)) count += 1;
  return `${stem}${count}`;
};

const ofWebhook = (
  { id, hook, key }: { readonly id: string; readonly hook: string; readonly key: string },
  { hooks = [] }: CheckWorld,
): readonly Finding[] =>
  hooks
    .filter((other) => other.hook === hook && other.key !== key)
    .map((other) =>
      error(
        "HOOK_TAKEN",
        { node: id, path: "trigger.hook" },
        {
          en: `“${other.key}” begins with the webhook “${hook}” already; one call starts one process.`,
          zh: `Webhook“${hook}”已用于启动“${other.key}”；一次调用只启动一个流程。`,
          detail: { written: hook, meant: [ownHook(hook, hooks)] },
          fix: { en: "Give it a name of its own, or start by a message.", zh: "请另取名称，或改为消息启动。" },
        },
      ),
    );

/** A life cycle begins with its record: nothing else brings it into the world. */
const ofLifeCycle = (id: string, { on }: Trigger): readonly Finding[] =>
  on === "schedule" || on === "message" || on === "webhook"
    ? [
        error(
          "LIFE_CYCLE_BEGINS_WITH_RECORD",
          { node: id, path: "trigger" },
          {
            en: "A life-cycle begins with its record; this start would never happen.",
            zh: "生命周期流程随记录建立而开始，此启动方式不会发生。",
            fix: {
              en: "Start it when the record is created, or make this a side process.",
              zh: "请改为记录新建时启动，或改为旁路流程。",
            },
          },
        ),
      ]
    : [];

const ofTrigger = ({ id, trigger }: StartNode, key: string, world: CheckWorld): readonly Finding[] => {
  switch (trigger.on) {
    case "schedule":
      return ofSchedule(id, trigger);
    case "message":
      return trigger.message.trim() === "" ? [unnamed(id, "trigger.message")] : [];
    case "webhook":
      return trigger.hook.trim() === ""
        ? [unnamed(id, "trigger.hook")]
        : ofWebhook({ id, hook: trigger.hook, key }, world);
    case "manual":
    case "recordCreated":
    case "recordChanged":
      return [];
  }
};

/** Starts that would never happen, or not as they are drawn: schedules nobody can keep, names that are missing or taken. */
export const startTriggers: Check = ({ definition, starts }, world) =>
  starts.flatMap((start) => [
    ...(definition.kind === "lifeCycle" ? ofLifeCycle(start.id, start.trigger) : []),
    ...ofTrigger(start, definition.key, world),
  ]);
