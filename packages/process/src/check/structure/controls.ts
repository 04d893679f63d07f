import type { Point } from "../../definition/control.ts";
import { pointsOf } from "../../verify/pointsOf.ts";
import type { Check } from "../check.ts";
import { error, type Finding } from "../finding.ts";
import type { Graph } from "../graph.ts";

/** The outcomes that a step can come to; null when it has none of its own. */
const outcomesOf = (graph: Graph, step: string): readonly string[] | null => {
  const node = graph.nodes.get(step);
  if (node?.kind === "approval") return ["approved", "rejected", "withdrawn", "sentBack"];
  if (node?.kind === "task") return node.outcomes.length > 0 ? node.outcomes.map(({ key }) => key) : ["done"];
  return null;
};

const isThere = (graph: Graph, point: Point): boolean => {
  if (point.at === "milestone") return true;
  if (point.at === "stage") return graph.nodes.get(point.stage)?.kind === "stage";
  const node = graph.nodes.get(point.step);
  if (!node || node.kind === "stage" || node.kind === "start") return false;
  return point.outcome === undefined || (outcomesOf(graph, point.step)?.includes(point.outcome) ?? false);
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
    if (pointsOf(control).every((point) => isThere(graph, point))) return [];
    return [
      error("CONTROL_POINT_UNKNOWN", place, {
        en: "A control point speaks of a stage, step or outcome that is not drawn.",
        zh: "控制点引用了不存在的阶段、步骤或结果。",
        fix: { en: "Choose another, or take the control point away.", zh: "请重新选择，或删除该控制点。" },
      }),
    ];
  });
};
