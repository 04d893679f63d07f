import type { Condition } from "../definition/expression.ts";
import type { Span } from "../definition/time.ts";
import type { Roots } from "./nodeBpmn.ts";
import { xml, type XmlNode } from "./xmlNode.ts";

const UNITS = {
  second: ["PT", "S"],
  minute: ["PT", "M"],
  hour: ["PT", "H"],
  day: ["P", "D"],
  week: ["P", "W"],
} as const;

/** A span as a duration of ISO 8601; which calendar it counts by stands in the settings. */
export const durationOf = ({ amount, unit }: Span): string => `${UNITS[unit][0]}${amount}${UNITS[unit][1]}`;

/** An expression as BPMN holds one. */
export const formal = (name: string, text: string): XmlNode =>
  xml(`bpmn:${name}`, { "xsi:type": "bpmn:tFormalExpression" }, [text]);

/** A condition as one expression; a rule of the domain is called by its key. */
export const conditionText = (condition: Condition): string =>
  "when" in condition ? condition.when : `rule("${condition.rule}")`;

export const timerEvent = (name: "timeDuration" | "timeDate" | "timeCycle", text: string): XmlNode =>
  xml("bpmn:timerEventDefinition", {}, [formal(name, text)]);
export const spanEvent = (span: Span): XmlNode => timerEvent("timeDuration", durationOf(span));
export const conditionalEvent = (text: string): XmlNode =>
  xml("bpmn:conditionalEventDefinition", {}, [formal("condition", text)]);
export const messageEvent = (roots: Roots, message: string): XmlNode =>
  xml("bpmn:messageEventDefinition", { messageRef: roots.message(message) });
export const escalationEvent = (roots: Roots, name: string): XmlNode =>
  xml("bpmn:escalationEventDefinition", { escalationRef: roots.escalation(name) });
export const errorEvent = (roots: Roots, name: string): XmlNode =>
  xml("bpmn:errorEventDefinition", { errorRef: roots.error(name) });
