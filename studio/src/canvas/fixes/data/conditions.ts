import type { Edge, ProcessDefinition } from "@sluice/process";
import { LONGEST_EXPRESSION } from "@sluice/process";
import { findEdge, findMove, findNode } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type Fixes, type PressableFix } from "../fix.ts";
import { setTo, settingOf } from "../settings.ts";
import { takeAway } from "../structure/ways.ts";
import { removeWire } from "../structure/wires.ts";

const ofWire = (definition: ProcessDefinition, edge: Edge, answer: boolean): readonly (PressableFix | null)[] => {
  const branch = findNode(definition, edge.from);
  const others = definition.edges.filter(({ from, id }) => from === edge.from && id !== edge.id);
  if (!answer) return [removeWire(definition, edge)];
  const hasRest = others.some(({ on }) => on.kind === "default" || on.kind === "next");
  return branch === null || hasRest
    ? []
    : [fix("lastIsDefault", setField(edge.id, ["on"], { kind: "default" }), { steps: [branch] })];
};

/**
 * A condition that always answers the same: a wire that is always taken is the way for all other cases, one that never is goes; a
 * guard that is always open, and a start that is never kept back, need none.
 */
export const constantCondition: Fixes = (definition, finding) => {
  const answer = finding.detail?.answer;
  if (answer === undefined) return [];
  const edge = finding.edge === undefined ? null : findEdge(definition, finding.edge);
  if (edge !== null) return ofWire(definition, edge, answer);
  const setting = settingOf(definition, finding);
  const node = findNode(definition, setting.element);
  if (!answer || node === null) return [];
  if (node.kind === "guard") return takeAway(definition, { ...finding, node: node.id });
  const move = finding.move === undefined ? null : findMove(definition, finding.move)?.move;
  if (move?.guard && pathOf(finding)[0] === "guard")
    return [fix("openGuard", setTo({ ...setting, path: setting.path.slice(0, -1) }, undefined), { steps: [move] })];
  return node.kind === "start" && node.trigger.on !== "recordChanged"
    ? [fix("dropCondition", setField(node.id, ["trigger", "when"], undefined), { steps: [node] })]
    : [];
};

/** A way whose cases an earlier and wider one takes: it is asked before that one. */
export const askFirst: Fixes = (definition, { edge: id = "", detail }) => {
  const edge = findEdge(definition, id);
  const hiding = (detail?.at ?? []).flatMap((other) => findEdge(definition, other) ?? []);
  if (edge?.on.kind !== "when" || hiding.length === 0) return [];
  const { from } = edge;
  const asked = definition.edges
    .flatMap((each) => (each.from === from && each.on.kind === "when" ? [{ each, on: each.on }] : []))
    .toSorted((one, other) => one.on.order - other.on.order);
  const order = asked.map(({ each }) => each.id).filter((each) => each !== id);
  order.splice(Math.min(...hiding.map((other) => order.indexOf(other.id))), 0, id);
  const branch = findNode(definition, from);
  if (branch === null) return [];
  return [
    fix(
      "askFirst",
      (before) => ({
        definition: {
          ...before,
          edges: before.edges.map((each) =>
            each.on.kind === "when" && order.includes(each.id)
              ? { ...each, on: { ...each.on, order: order.indexOf(each.id) } }
              : each,
          ),
        },
      }),
      { steps: [branch] },
    ),
  ];
};

/** A way that overlaps an earlier one: its condition leaves out what that one takes, as it goes anyhow. */
export const leaveOutEarlier: Fixes = (definition, { edge: id = "", detail }) => {
  const edge = findEdge(definition, id);
  const earlier = (detail?.at ?? []).flatMap((other) => {
    const on = findEdge(definition, other)?.on;
    return on?.kind === "when" ? [on.when] : [];
  });
  if (edge?.on.kind !== "when" || earlier.length === 0) return [];
  const when = [edge.on.when, ...earlier.map((other) => `!(${other})`)].join(" && ");
  return when.length > LONGEST_EXPRESSION
    ? []
    : [fix("leaveOutEarlier", setField(id, ["on", "when"], when), { text: when })];
};
