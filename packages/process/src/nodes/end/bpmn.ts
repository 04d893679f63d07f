import { errorEvent } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";
import { xml } from "../../bpmn/xmlNode.ts";

/** An end event. */
export const endBpmn: NodeBpmn<"end"> = {
  element: () => "endEvent",
  inside: ({ mode, outcome }, roots) => {
    if (mode === "terminate") return [xml("bpmn:terminateEventDefinition")];
    return mode === "error" ? [errorEvent(roots, outcome ?? "failed")] : [];
  },
};
