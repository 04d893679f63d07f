import type { PlayedMoment, StoryCoverage } from "@sluice/process";
import type { CanvasState } from "../canvas/store/canvasStore.ts";

type Trail = NonNullable<CanvasState["trail"]>;

/** Where a played case stands: at its steps, or in the stage that it rests in; nowhere once it is over. */
export const standsAt = ({ state }: Pick<PlayedMoment, "state">): readonly string[] => {
  if (state.status === "ended") return state.stage === null ? [] : [state.stage];
  if (state.tokens.length > 0) return state.tokens.map(({ node }) => node);
  return state.stage === null ? [] : [state.stage];
};

const entered = ({ steps }: PlayedMoment): readonly string[] =>
  steps.flatMap(({ answer }) =>
    answer.writes.flatMap((write) =>
      write.write === "openStay" ? [write.node] : write.write === "enterStage" ? [write.stage] : [],
    ),
  );

/** The way of a run up to a moment, as the canvas draws it: steps entered, ways taken, and where it stands. */
export const trailOf = (moments: readonly PlayedMoment[], start: string): Trail => {
  const now = moments.at(-1);
  return {
    visited: new Set([start, ...moments.flatMap(entered)]),
    open: new Set(now ? standsAt(now) : []),
    taken: new Set(moments.flatMap(({ taken }) => taken)),
  };
};

/** What stories come past, as the canvas draws it: the rest is faint. */
export const coverageTrail = (
  ids: { readonly nodes: readonly string[]; readonly ways: readonly string[] },
  { nodes, ways }: StoryCoverage,
): Trail => {
  const [noNodes, noWays] = [new Set(nodes.missing), new Set(ways.missing)];
  return {
    visited: new Set(ids.nodes.filter((id) => !noNodes.has(id))),
    open: new Set(),
    taken: new Set(ids.ways.filter((id) => !noWays.has(id))),
  };
};
