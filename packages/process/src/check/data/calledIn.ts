import type { CheckWorld } from "../checkWorld.ts";
import type { Graph } from "../graph.ts";
import { calledProcess } from "./calledVariables.ts";
import type { CalledOf } from "./variables.ts";

/**
 * Tells, of each sub-process, the version that it would take once this definition is published: one that calls itself in its
 * latest version takes what is being checked.
 */
export const calledIn = ({ definition }: Graph, { called = [] }: CheckWorld): CalledOf => {
  const itself = definition.nodes.some(
    (node) => node.kind === "subprocess" && node.process === definition.key && node.version === "latest",
  )
    ? calledProcess(definition)
    : null;
  return ({ process, version }) =>
    process === definition.key && version === "latest"
      ? itself
      : (called.find((it) => it.process === process && it.version === version)?.as ?? null);
};
