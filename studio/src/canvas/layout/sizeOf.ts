import type { Node, NodeKind } from "@sluice/process";
import { measures } from "./measures.ts";

/** How much room a step's face takes. It hangs on the kind alone, so typing a name never moves a neighbour. */
export const sizeOf = (node: Node): Size => sizeOfKind(node.kind);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The room of a kind's face. */
export const sizeOfKind = (kind: NodeKind): Size => {
  switch (kind) {
    case "branch":
    case "parallel":
    case "join":
    case "race":
      return measures.diamond;
    case "start":
      return measures.startPill;
    case "end":
      return measures.pill;
    case "approval":
    case "cc":
      return measures.approvalCard;
    case "guard":
      return measures.wideCard;
    default:
      return measures.card;
  }
};

/** Whether the name stands below the shape and needs room there. */
export const isNamedBelow = (node: Node): boolean => sizeOf(node) === measures.diamond;

/** The room that a step's name takes below its shape. */
export const nameBelow = (node: Node): number => (isNamedBelow(node) ? measures.labelBelow : 0);
