import { childIn, childrenIn, kindOf, type Element } from "./element.ts";

/** Notes on every element which flows arrive and leave, from the flows themselves: many tools leave it out. */
export const connect = (scope: Element): void => {
  const inside = childrenIn(scope, "flowElements");
  const flows = inside.filter((element) => kindOf(element) === "sequenceFlow");
  const ways = new Map(inside.map((element) => [element, { incoming: [] as Element[], outgoing: [] as Element[] }]));
  for (const flow of flows) {
    const source = childIn(flow, "sourceRef");
    const target = childIn(flow, "targetRef");
    if (source) ways.get(source)?.outgoing.push(flow);
    if (target) ways.get(target)?.incoming.push(flow);
  }
  for (const [element, { incoming, outgoing }] of ways) {
    if (kindOf(element) === "sequenceFlow") continue;
    Object.assign(element, { incoming, outgoing });
    if (childrenIn(element, "flowElements").length > 0) connect(element);
  }
};
