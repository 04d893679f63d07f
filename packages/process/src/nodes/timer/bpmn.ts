import { spanEvent, timerEvent } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** An event that waits for time. */
export const timerBpmn: NodeBpmn<"timer"> = {
  element: () => "intermediateCatchEvent",
  inside: ({ wait }) => [wait.until === "span" ? spanEvent(wait.span) : timerEvent("timeDate", `record.${wait.path}`)],
};
