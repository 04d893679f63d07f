import type { BlockCall } from "../../definition/blockCall.ts";
import type { NodeOf, Step } from "../../definition/node.ts";
import type { Place } from "../finding.ts";
import type { Graph } from "../graph.ts";

/** A block where it is used: by a step, or by a stage as it is entered or left. */
export interface BlockUse {
  readonly call: BlockCall;
  readonly by: Step | NodeOf<"stage">;
  /** Where the settings of the use begin in its node, with a dot at the end; empty for a step's. */
  readonly path: string;
  /** Variables that uses before it, in the same list, have set by then. */
  readonly set: readonly string[];
}

const inOrder = (
  by: NodeOf<"stage">,
  list: "entryActions" | "exitActions",
  before: readonly string[],
): readonly BlockUse[] => {
  const set = [...before];
  return by[list].map((call, index) => {
    const use = { call, by, path: `${list}.${index}.`, set: [...set] };
    set.push(...Object.keys(call.outputs));
    return use;
  });
};

/** The variables that a stage sets as it is entered. */
export const setOnEntry = (stage: NodeOf<"stage">): readonly string[] =>
  stage.entryActions.flatMap(({ outputs }) => Object.keys(outputs));

/** The blocks that a stage runs, in the order it runs them. */
export const callsOfStage = (stage: NodeOf<"stage">): readonly BlockUse[] => [
  ...inOrder(stage, "entryActions", []),
  ...inOrder(stage, "exitActions", setOnEntry(stage)),
];

/** Every use of a block in a process. */
export const blockCalls = (graph: Graph): readonly BlockUse[] => [
  ...graph.stages.flatMap(callsOfStage),
  ...graph.steps.flatMap((step) => (step.kind === "action" ? [{ call: step, by: step, path: "", set: [] }] : [])),
];

/** The place of one setting of a use. */
export const placeOfUse = ({ by, path }: BlockUse, setting: string): Place => ({
  node: by.id,
  path: `${path}${setting}`,
});
