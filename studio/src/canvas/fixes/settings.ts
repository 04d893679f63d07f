import type { ProcessDefinition } from "@sluice/process";
import type { Edit } from "../model/edited.ts";
import { findEdge, findMove, findNode } from "../model/elements.ts";
import { getAt, type Path } from "../model/setAt.ts";
import { setField } from "../model/setField.ts";
import { type Finding, pathOf } from "../problems/finding.ts";

/** Where a setting stands: its node, its edge, or (an empty `element`) the process itself, and the way to it inside. */
export interface Setting {
  readonly element: string;
  readonly path: Path;
}

/** The setting that a finding points at: a move's lies inside its stage. */
export const settingOf = (definition: ProcessDefinition, finding: Finding): Setting => {
  const path = pathOf(finding);
  const found = finding.move === undefined ? null : findMove(definition, finding.move);
  if (found !== null)
    return { element: found.stage.id, path: ["moves", found.stage.moves.indexOf(found.move), ...path] };
  return { element: finding.edge ?? finding.node ?? "", path };
};

export const valueAt = (definition: ProcessDefinition, { element, path }: Setting): unknown =>
  getAt(
    element === "" ? definition : (findNode(definition, element) ?? findEdge(definition, element) ?? undefined),
    path,
  );

export const setTo = ({ element, path }: Setting, value: unknown): Edit => setField(element, path, value);

/** Several edits as one. What the first one adds is what is looked at then. */
export const together =
  (...edits: readonly Edit[]): Edit =>
  (definition) =>
    edits.reduce<ReturnType<Edit>>(
      (before, edit) => {
        const { definition: after, select } = edit(before.definition);
        return { definition: after, select: before.select ?? select ?? [] };
      },
      { definition },
    );
