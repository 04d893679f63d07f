import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";
import { xml } from "../../bpmn/xmlNode.ts";

/** A call activity, of several instances when it runs over a list. */
export const subprocessBpmn: NodeBpmn<"subprocess"> = {
  element: () => "callActivity",
  attributes: ({ process }) => ({ calledElement: `process.${process}` }),
  inside: ({ each, run }) =>
    each === undefined
      ? []
      : [xml("bpmn:multiInstanceLoopCharacteristics", { isSequential: String(run === "serial") })],
};
