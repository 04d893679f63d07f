import type { Node, ProcessDefinition, Span } from "@sluice/process";
import { deleteElements } from "../model/deleteElements.ts";
import type { Edit } from "../model/edited.ts";
import { findNode } from "../model/elements.ts";
import type { Finding } from "./finding.ts";

/** A fix of a step or wire that is one edit: what it does, at which step, and the edit itself. */
export interface ElementFix {
  readonly does: "removeWire" | "askAdmins" | "giveTime" | "lastIsDefault";
  readonly steps: readonly Pick<Node, "id" | "name">[];
  readonly edit: Edit;
}

/** What work gets that has no time limit: long enough for nobody to be surprised, and soon changed. */
const USUAL_TIME: Span = { amount: 2, unit: "day", calendar: "working" };

const changed =
  (id: string, change: (node: Node) => Node): Edit =>
  (definition) => ({
    definition: { ...definition, nodes: definition.nodes.map((node) => (node.id === id ? change(node) : node)) },
  });

/** The wire that is asked last becomes the way for all other cases. */
const lastAsDefault = ({ edges }: ProcessDefinition, id: string): Edit | null => {
  const asked = edges.flatMap((edge) => (edge.from === id && edge.on.kind === "when" ? [{ edge, on: edge.on }] : []));
  const last = asked.toSorted((one, other) => one.on.order - other.on.order).at(-1)?.edge;
  if (last === undefined) return null;
  return (definition) => ({
    definition: {
      ...definition,
      edges: definition.edges.map((edge) => (edge.id === last.id ? { ...edge, on: { kind: "default" } } : edge)),
    },
  });
};

/**
 * The fix of a finding about a step or wire that may be pressed; null where only a person can tell what is right.
 *
 * - a wire that can never be taken is taken away
 * - a step that may find nobody asks the admins then
 * - work without a time limit is due in two working days
 * - a branch with no way for all other cases takes its last one for them
 */
export const elementFix = (definition: ProcessDefinition, { code, node: id, edge }: Finding): ElementFix | null => {
  if ((code === "WIRE_NEVER_TAKEN" || code === "WIRE_NOT_POSSIBLE") && edge !== undefined)
    return { does: "removeWire", steps: [], edit: deleteElements([edge]) };
  const node = id === undefined ? null : findNode(definition, id);
  if (node === null || id === undefined) return null;
  const steps = [node];
  switch (code) {
    case "NOBODY_MAY_BE_FOUND":
      return { does: "askAdmins", steps, edit: changed(id, (it) => ({ ...it, onEmpty: { do: "admin" } }) as Node) };
    case "NO_TIME_LIMIT":
      return {
        does: "giveTime",
        steps,
        edit: changed(id, (it) => ({ ...it, sla: { due: USUAL_TIME, ladder: [] } }) as Node),
      };
    case "MISSING_DEFAULT": {
      const edit = lastAsDefault(definition, id);
      return edit && { does: "lastIsDefault", steps, edit };
    }
    default:
      return null;
  }
};
