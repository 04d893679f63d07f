import { conditionalEvent, messageEvent, timerEvent } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A start event: blank where people begin it or a record is born, else with what it waits for. */
export const startBpmn: NodeBpmn<"start"> = {
  element: () => "startEvent",
  inside: ({ trigger }, roots) => {
    switch (trigger.on) {
      case "recordChanged":
        return [conditionalEvent(trigger.when)];
      case "schedule":
        return [timerEvent("timeCycle", trigger.cron)];
      case "message":
        return [messageEvent(roots, trigger.message)];
      case "webhook":
        return [messageEvent(roots, trigger.hook)];
      default:
        return [];
    }
  },
};
