import { blocks } from "../../blocks/index.ts";
import type { Node } from "../../definition/node.ts";
import type { OnError } from "../../definition/onError.ts";
import type { Check } from "../check.ts";
import { error, warning, type Finding } from "../finding.ts";
import { neverTaken } from "./wires.ts";

const saidOf = (node: Node): OnError | undefined => ("onError" in node ? node.onError : undefined);

/** Whether a wire drawn for errors is ever taken: where it is said, and, where nothing is, by what may go wrong outside. */
const takesErrors = (node: Node): boolean => {
  const said = saidOf(node);
  return said ? said.do === "follow" : node.kind === "action" || node.kind === "subprocess";
};

const isLoose = (node: Node): boolean =>
  node.kind === "action" && !node.await && Object.hasOwn(blocks, node.block) && blocks[node.block]?.place === "outer";

/** Steps that are to follow an error wire that is not drawn, and error wires that nothing follows. */
export const errorWires: Check = (graph) =>
  graph.steps.flatMap((step): readonly Finding[] => {
    const drawn = graph.out(step.id).filter((edge) => edge.on.kind === "error");
    const place = { node: step.id, path: "onError" };
    const follows = saidOf(step)?.do === "follow";
    return [
      ...(follows && drawn.length === 0
        ? [
            error("ERROR_WIRE_MISSING", place, {
              en: `“${step.name.en}” is to follow its error wire, and has none.`,
              zh: `“${step.name.zh}”出错时应走出错连线，但没有该连线。`,
              fix: { en: "Draw a wire and take it on an error.", zh: "请添加一条“出错时”的连线。" },
            }),
          ]
        : []),
      ...(step.kind !== "join" && step.kind !== "end" && !takesErrors(step)
        ? drawn.map((edge) => neverTaken(edge, step))
        : []),
      ...(follows && isLoose(step)
        ? [
            warning("ERROR_WIRE_TOO_LATE", place, {
              en: `“${step.name.en}” goes on before it is known whether it failed: its error wire is followed only when it cannot begin.`,
              zh: `“${step.name.zh}”不等待结果即继续：只有无法开始时才会走出错连线。`,
              fix: { en: "Let it wait until it is done.", zh: "请设为等待其完成。" },
            }),
          ]
        : []),
    ];
  });
