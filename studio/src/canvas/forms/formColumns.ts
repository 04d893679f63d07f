import type { LocalText } from "@sluice/problems";
import type { FormField, ProcessDefinition } from "@sluice/process";
import type { Path } from "../model/setAt.ts";

export type Access = FormField["access"];

/** A form of the process: who shows it, and where it stands among the settings. */
export interface FormColumn {
  /** The node that the setting belongs to, and the way to it inside. */
  readonly element: string;
  readonly path: Path;
  readonly name: LocalText;
  readonly kind: "start" | "task" | "approval" | "move";
  /** The stage it is in; null for a start. */
  readonly stage: string | null;
  readonly form: readonly FormField[];
}

/** Every form that people may meet, in the order they are drawn: of starts, and stage by stage of its steps and moves. */
export const formColumns = ({ nodes }: Pick<ProcessDefinition, "nodes">): readonly FormColumn[] => {
  const starts = nodes.flatMap((node): readonly FormColumn[] =>
    node.kind === "start" && node.trigger.on === "manual"
      ? [
          {
            element: node.id,
            path: ["trigger", "form"],
            name: node.name,
            kind: "start",
            stage: null,
            form: node.trigger.form ?? [],
          },
        ]
      : [],
  );
  const stages = nodes.flatMap((stage): readonly FormColumn[] => {
    if (stage.kind !== "stage") return [];
    const steps = nodes.flatMap((node): readonly FormColumn[] =>
      (node.kind === "task" || node.kind === "approval") && node.stage === stage.id
        ? [
            {
              element: node.id,
              path: ["form"],
              name: node.name,
              kind: node.kind,
              stage: stage.id,
              form: node.form ?? [],
            },
          ]
        : [],
    );
    const moves = stage.moves.flatMap((move, index): readonly FormColumn[] =>
      move.trigger.by === "person"
        ? [
            {
              element: stage.id,
              path: ["moves", index, "form"],
              name: move.name,
              kind: "move",
              stage: stage.id,
              form: move.form ?? [],
            },
          ]
        : [],
    );
    return [...steps, ...moves];
  });
  return [...starts, ...stages];
};

/** The fields that any form names, in the order of the record; those it does not know come last. */
export const namedFields = (columns: readonly FormColumn[], known: readonly string[]): readonly string[] => {
  const named = new Set(columns.flatMap(({ form }) => form.map(({ path }) => path)));
  return [...known.filter((path) => named.has(path)), ...[...named].filter((path) => !known.includes(path))];
};

/** As many lines as a form may have. */
const MOST_LINES = 100;

/** A form in which a field is this open; null no longer names it. Undefined when nothing is left; the same form when it is full. */
export const withAccess = (
  form: readonly FormField[],
  path: string,
  access: Access | null,
): readonly FormField[] | undefined => {
  const isNamed = form.some((line) => line.path === path);
  if (!isNamed && (access === null || form.length >= MOST_LINES)) return form.length === 0 ? undefined : form;
  const next =
    access === null
      ? form.filter((line) => line.path !== path)
      : isNamed
        ? form.map((line) => (line.path === path ? { ...line, access } : line))
        : [...form, { path, access }];
  return next.length === 0 ? undefined : next;
};
