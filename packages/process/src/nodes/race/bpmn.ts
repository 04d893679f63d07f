import { conditionalEvent, conditionText, messageEvent, spanEvent } from "../../bpmn/events.ts";
import type { NodeBpmn, Roots } from "../../bpmn/nodeBpmn.ts";
import type { XmlNode } from "../../bpmn/xmlNode.ts";
import type { RaceNode } from "./schema.ts";

/** What the event of one runner waits for. */
export const runnerEvent = ({ on }: RaceNode["runners"][number], roots: Roots): XmlNode => {
  if (on.kind === "message") return messageEvent(roots, on.message);
  if (on.kind === "timer") return spanEvent(on.after);
  return conditionalEvent(conditionText(on.condition));
};

/** An event-based gateway, followed by an event for each runner. */
export const raceBpmn: NodeBpmn<"race"> = { element: () => "eventBasedGateway" };
