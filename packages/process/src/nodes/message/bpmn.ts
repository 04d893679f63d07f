import { messageEvent } from "../../bpmn/events.ts";
import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** An event that waits for a message; a receive task where it may give up, because an event has no border. */
export const messageBpmn: NodeBpmn<"message"> = {
  element: (_node, isGuarded) => (isGuarded ? "receiveTask" : "intermediateCatchEvent"),
  attributes: ({ message }, roots, isGuarded) => (isGuarded ? { messageRef: roots.message(message) } : {}),
  inside: ({ message }, roots, isGuarded) => (isGuarded ? [] : [messageEvent(roots, message)]),
};
