import type { Check } from "../checkDefinition.ts";
import { error, warning, type Finding } from "../finding.ts";
import { knownVariables } from "./variables.ts";

/** Sub-processes that are handed a variable which does not exist, or are to bring something back and are not waited for. */
export const handOvers: Check = (graph) => {
  const known = knownVariables(graph);
  return graph.steps.flatMap((step): readonly Finding[] => {
    if (step.kind !== "subprocess") return [];
    const unknown = Object.entries(step.handOver).filter(([, here]) => !known.has(here));
    return [
      ...unknown.map(([there, here]) =>
        error(
          "UNKNOWN_VARIABLE",
          { node: step.id, path: `handOver.${there}` },
          { en: `There is no variable “${here}”.`, zh: `变量“${here}”不存在。` },
        ),
      ),
      ...(!step.wait && Object.keys(step.bringBack).length > 0
        ? [
            warning(
              "NOTHING_BROUGHT_BACK",
              { node: step.id, path: "bringBack" },
              {
                en: `“${step.name.en}” is not waited for, so it brings nothing back.`,
                zh: `不等待“${step.name.zh}”，因此取不回任何变量。`,
                fix: { en: "Wait for it, or take nothing back.", zh: "请等待其结束，或不取回变量。" },
              },
            ),
          ]
        : []),
    ];
  });
};
