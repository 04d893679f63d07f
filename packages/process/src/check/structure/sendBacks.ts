import type { Check } from "../check.ts";
import { error } from "../finding.ts";
import { reachedFrom, type Graph } from "../graph.ts";

const peopleBefore = (graph: Graph, id: string): boolean => {
  const stage = graph.stageOf(id);
  const before = reachedFrom([id], (at) =>
    graph
      .into(at)
      .map((edge) => edge.from)
      .filter((from) => graph.stageOf(from) === stage),
  );
  return [...before].some((at) => at !== id && ["task", "approval"].includes(graph.nodes.get(at)?.kind ?? ""));
};

/** Approvals that send back to a step before them, with none before them. */
export const sendBacks: Check = (graph) =>
  graph.steps
    .filter(
      (step) =>
        step.kind === "approval" &&
        step.sendBack !== undefined &&
        step.sendBack.to !== "initiator" &&
        !peopleBefore(graph, step.id),
    )
    .map((step) =>
      error(
        "SEND_BACK_NOWHERE",
        { node: step.id, path: "sendBack.to" },
        {
          en: `No step of this stage comes before “${step.name.en}” to send back to.`,
          zh: `“${step.name.zh}”之前没有可退回的步骤。`,
          fix: { en: "Send back to the initiator.", zh: "请改为退回给发起人。" },
        },
      ),
    );
