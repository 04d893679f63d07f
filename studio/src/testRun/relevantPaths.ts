import type { FormField, Plan, ProcessDefinition } from "@sluice/process";

const formsOf = ({ nodes }: ProcessDefinition): readonly FormField[] =>
  nodes.flatMap((node) => [
    ...("form" in node ? (node.form ?? []) : []),
    ...(node.kind === "stage" ? node.moves.flatMap(({ form = [] }) => form) : []),
    ...(node.kind === "start" && "form" in node.trigger ? (node.trigger.form ?? []) : []),
  ]);

const needed = ({ nodes }: ProcessDefinition): readonly string[] =>
  nodes.flatMap((node) => {
    if (node.kind === "timer") return node.wait.until === "field" ? [node.wait.path] : [];
    if (node.kind !== "stage") return node.kind === "approval" ? node.watchedFields : [];
    const dates = node.moves.flatMap(({ trigger }) => (trigger.by === "timerAt" ? [trigger.path] : []));
    return [...node.requiredToEnter, ...node.requiredToLeave, ...dates];
  });

/** The fields of the record that a process looks at or asks for: what is worth filling in before it is tried. */
export const relevantPaths = ({ definition, foreseen, expressions }: Plan): readonly string[] => [
  ...new Set([
    ...foreseen.paths,
    ...[...expressions.values()].flatMap(({ paths }) => paths),
    ...needed(definition),
    ...formsOf(definition).map(({ path }) => path),
  ]),
];

/** The rules of the trade that its guards and conditions ask. */
export const rulesAsked = ({ nodes }: ProcessDefinition): readonly string[] => [
  ...new Set(
    nodes
      .flatMap((node) =>
        node.kind === "guard"
          ? [node.guard.condition]
          : node.kind === "stage"
            ? node.moves.flatMap(({ guard, trigger }) => [
                ...(guard ? [guard.condition] : []),
                ...(trigger.by === "condition" ? [trigger.condition] : []),
              ])
            : [],
      )
      .flatMap((condition) => ("rule" in condition ? [condition.rule] : [])),
  ),
];
