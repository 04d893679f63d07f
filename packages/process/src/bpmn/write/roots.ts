import { legalText, xml, type XmlNode } from "../xmlNode.ts";
import type { Drawing } from "./drawing.ts";

/** The messages, escalations and errors of a file: each name once, with an id that no element of ours can have. */
export const newRoots = (): Drawing["roots"] => {
  const known = new Map<string, XmlNode>();
  const of = (kind: "message" | "escalation" | "error", code: string) => (name: string) => {
    const key = `${kind} ${name}`;
    const found = known.get(key);
    if (found) return found.attributes["id"] as string;
    const id = `${kind}.${known.size + 1}`;
    known.set(key, xml(`bpmn:${kind}`, { id, name: legalText(name), ...(code ? { [code]: legalText(name) } : {}) }));
    return id;
  };
  return {
    message: of("message", ""),
    escalation: of("escalation", "escalationCode"),
    error: of("error", "errorCode"),
    all: () => [...known.values()],
  };
};
