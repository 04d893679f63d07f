import type { Span } from "../../definition/time.ts";
import { childIn, childrenIn, kindOf, textIn, type Element } from "./element.ts";
import type { UnmappedList } from "./unmapped.ts";

/** The settings of a node that another tool drew; the rest is filled in by the schemas. */
export interface Draft {
  kind: string;
  readonly [key: string]: unknown;
}

/** The text of an expression without what other languages wrap it in. */
export const expressionIn = (holder: Element | undefined, key: string): string => {
  const text = textIn(holder && childIn(holder, key), "body").trim();
  return /^[$#]\{([\s\S]*)\}$/.exec(text)?.[1]?.trim() ?? text.replace(/^=\s*/, "");
};

const UNITS = { W: "week", D: "day", H: "hour", M: "minute", S: "second" } as const;

/** A duration of ISO 8601 in one unit, as spans are; null where it has several or is none. */
export const spanOf = (text: string): Span | null => {
  const [, date, dateUnit, time, timeUnit] = /^P(?:(\d{1,5})([WD])|T(\d{1,5})([HMS]))$/.exec(text.trim()) ?? [];
  const amount = Number(date ?? time);
  const unit = UNITS[(dateUnit ?? timeUnit) as keyof typeof UNITS];
  return unit && amount >= 1 && amount <= 10_000 ? { amount, unit, calendar: "elapsed" } : null;
};

export const eventIn = (element: Element): Element | undefined => childrenIn(element, "eventDefinitions")[0];

export const messageIn = (holder: Element | undefined): string => {
  const named = holder && (childIn(holder, "messageRef") ?? childIn(holder, "signalRef"));
  return (textIn(named, "name") || textIn(named, "id") || "message").slice(0, 80);
};

const DAY: Span = { amount: 1, unit: "day", calendar: "working" };

/** How long a timer waits; a day of work, and listed, where what is written cannot be taken over. */
export const waitOf = (element: Element, event: Element | undefined, list: UnmappedList): Span => {
  const text = expressionIn(event, "timeDuration");
  const span = spanOf(text);
  if (span) return span;
  const written = text || expressionIn(event, "timeDate") || expressionIn(event, "timeCycle");
  list.add(
    element,
    `Its time “${written}” is no plain duration; it waits one working day here.`,
    `时间“${written}”不是简单时长，暂按一个工作日处理。`,
  );
  return DAY;
};

/** A condition that can stand here: the file's own text, which the checks then judge. */
export const conditionOf = (element: Element, text: string, list: UnmappedList): string => {
  if (text !== "" && text.length <= 2_000) return text;
  list.add(element, "Its condition is empty or too long; it never holds here.", "条件为空或过长，暂按永不成立处理。");
  return "false";
};

const catchOf = (element: Element, list: UnmappedList): Draft | null => {
  const event = eventIn(element);
  switch (event && kindOf(event)) {
    case "timerEventDefinition":
      return { kind: "timer", wait: { until: "span", span: waitOf(element, event, list) } };
    case "messageEventDefinition":
    case "signalEventDefinition":
      return { kind: "message", message: messageIn(event) };
    case "conditionalEventDefinition": {
      const when = conditionOf(element, expressionIn(event, "condition"), list);
      const name = textIn(element, "name") || when.slice(0, 300);
      return { kind: "guard", mode: "hold", guard: { condition: { when }, sentence: { en: name, zh: name } } };
    }
    default:
      return null;
  }
};

const byHand = { who: [{ by: "owner" }] };

/** The node that an element of another tool becomes, or null where there is none for it. What is lost on the way is listed. */
export const foreignNode = (element: Element, list: UnmappedList): Draft | null => {
  const kind = kindOf(element);
  switch (kind) {
    case "task":
    case "userTask":
    case "manualTask":
      list.add(
        element,
        "Who does it is not taken over; the record's owner does it here.",
        "执行人未导入，暂由记录负责人执行。",
      );
      return { kind: "task", ...byHand };
    case "sendTask":
    case "serviceTask":
    case "scriptTask":
      list.add(element, "What it runs is not taken over; choose its block.", "其执行内容未导入，请选择操作。");
      return { kind: "action", block: "chooseBlock" };
    case "businessRuleTask":
      list.add(element, "Its rule is not taken over; import the table as DMN.", "其规则未导入，请以DMN导入决策表。");
      return { kind: "branch" };
    case "receiveTask":
      return { kind: "message", message: messageIn(element) };
    case "callActivity": {
      const process = textIn(element, "calledElement")
        .replaceAll(/[^A-Za-z0-9]/g, "")
        .replace(/^[^a-z]+/, "")
        .slice(0, 60);
      if (process === "" || process !== textIn(element, "calledElement"))
        list.add(
          element,
          "The process it calls has another key here; choose it.",
          "所调用流程的标识不可用，请重新选择。",
        );
      return { kind: "subprocess", process: process || "chooseProcess" };
    }
    case "exclusiveGateway":
      return { kind: "branch" };
    case "inclusiveGateway":
    case "parallelGateway":
    case "complexGateway": {
      if (kind === "complexGateway")
        list.add(element, "Its rule is not taken over; it waits for all.", "复杂网关的规则未导入，暂等待全部分支。");
      return { kind: childrenIn(element, "outgoing").length > 1 ? "parallel" : "join" };
    }
    case "intermediateCatchEvent":
      return catchOf(element, list);
    case "endEvent": {
      const event = eventIn(element);
      const mode = event && kindOf(event);
      if (mode === "terminateEventDefinition") return { kind: "end", mode: "terminate" };
      if (mode === "errorEventDefinition") return { kind: "end", mode: "error" };
      if (event) list.add(element, "What it sends at the end is not taken over.", "结束时发送的内容未导入。");
      return { kind: "end" };
    }
    default:
      return null;
  }
};
