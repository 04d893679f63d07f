import type { Act, Control } from "../../definition/control.ts";
import type { Check } from "../checkDefinition.ts";
import { error, type Finding } from "../finding.ts";
import type { Graph } from "../graph.ts";

const actsOf = (control: Control): readonly Act[] => {
  switch (control.must) {
    case "neverBefore":
      return [control.point, ...control.before];
    case "followedBy":
      return [control.point, ...control.by];
    case "atMostOnce":
      return [control.point];
    case "notSamePerson":
      return [control.point, control.other];
    case "passes":
      return [control.through, control.before];
  }
};

/** The outcomes that a step can come to; null when it has none of its own. */
const outcomesOf = (graph: Graph, step: string): readonly string[] | null => {
  const node = graph.nodes.get(step);
  if (node?.kind === "approval") return ["approved", "rejected", "withdrawn", "sentBack"];
  if (node?.kind === "task") return node.outcomes.length > 0 ? node.outcomes.map(({ key }) => key) : ["done"];
  return null;
};

const isThere = (graph: Graph, act: Act): boolean => {
  if (act.at === "initiator" || act.at === "milestone") return true;
  if (act.at === "stage") return graph.nodes.get(act.stage)?.kind === "stage";
  const node = graph.nodes.get(act.step);
  if (!node || node.kind === "stage" || node.kind === "start") return false;
  return act.outcome === undefined || (outcomesOf(graph, act.step)?.includes(act.outcome) ?? false);
};

/** Control points that speak of a stage, step or outcome that is not drawn, or that stand twice under one id. */
export const controlPoints: Check = (graph) => {
  const controls = graph.definition.controls ?? [];
  return controls.flatMap((control, index): readonly Finding[] => {
    const place = { path: `controls.${index}` };
    if (controls.findIndex(({ id }) => id === control.id) < index)
      return [
        error("CONTROL_POINT_TWICE", place, {
          en: `Two control points have the id “${control.id}”.`,
          zh: `控制点标识“${control.id}”重复。`,
        }),
      ];
    if (actsOf(control).every((act) => isThere(graph, act))) return [];
    return [
      error("CONTROL_POINT_UNKNOWN", place, {
        en: "A control point speaks of a stage, step or outcome that is not drawn.",
        zh: "控制点引用了不存在的阶段、步骤或结果。",
        fix: { en: "Choose another, or take the control point away.", zh: "请重新选择，或删除该控制点。" },
      }),
    ];
  });
};
