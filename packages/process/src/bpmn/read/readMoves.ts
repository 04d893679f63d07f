import { moveSchema, type Move } from "../../definition/move.ts";
import { shownName } from "../shownName.ts";
import { childrenIn, kindOf, ownOf, textIn, type Element } from "./element.ts";
import { conditionOf, eventIn, expressionIn, messageIn, waitOf } from "./foreignNode.ts";
import { endNow } from "./readEdges.ts";
import { endsOf, nameNow, newId, type Reading } from "./reading.ts";

const triggerOf = (reading: Reading, element: Element): Move["trigger"] => {
  const event = eventIn(element);
  switch (event && kindOf(event)) {
    case "timerEventDefinition":
      return { by: "timer", after: waitOf(element, event, reading.list) };
    case "messageEventDefinition":
    case "signalEventDefinition":
      return { by: "message", message: messageIn(event) };
    case "conditionalEventDefinition":
      return {
        by: "condition",
        condition: { when: conditionOf(element, expressionIn(event, "condition"), reading.list) },
      };
    default:
      reading.list.add(
        element,
        "What makes it happen is not taken over; people take this move here.",
        "触发条件未导入，暂由人工流转。",
      );
      return { by: "person", who: [] };
  }
};

/** The moves of a stage: its boundary events, ours and other tools'. */
export const readMoves = (reading: Reading, borders: readonly Element[]): readonly Move[] =>
  borders.flatMap((element): readonly Move[] => {
    const own = ownOf(element);
    if (own === "onlyBpmn") return [];
    const known = own !== null && own !== "broken" ? moveSchema.safeParse(own.value["move"]) : null;
    const before = known?.success ? known.data : null;
    const ends = childrenIn(element, "outgoing").flatMap((flow) => endsOf(reading, flow));
    const to = endNow(reading, before?.to, ends);
    if (to === undefined) {
      reading.list.add(element, "It leads to nothing that is here.", "没有可到达的去向。");
      return [];
    }
    const id = newId(reading, textIn(element, "id"), before !== null);
    reading.keeper.keep(element, id);
    if (before) return [{ ...before, id, to, name: nameNow(element, before.name, shownName) }];
    return [
      {
        id,
        to,
        name: nameNow(element, undefined, shownName),
        trigger: triggerOf(reading, element),
        reason: "none",
        tone: "plain",
      },
    ];
  });

/** The moves that a foreign sub-process's flows become when none of its steps leads on by itself, or to several stages: people choose. */
export const movesOfFlows = (reading: Reading, stage: Element): readonly Move[] => {
  const ends = childrenIn(stage, "outgoing").flatMap((flow) => endsOf(reading, flow).map((to) => ({ flow, to })));
  const leaves = childrenIn(stage, "flowElements").some((it) => kindOf(it) === "endEvent");
  if (ends.length === 0 || (ends.length === 1 && leaves)) return [];
  return ends.map(({ flow, to }): Move => {
    reading.list.add(flow, "People take this way out here, by a move.", "该去向在此由人工流转。");
    const target = reading.nodes.find((node) => node.id === to)?.["name"] as Move["name"];
    const name = textIn(flow, "name") ? nameNow(flow, undefined, shownName) : target;
    return {
      id: newId(reading, `${textIn(flow, "id")}-move`),
      to,
      name,
      trigger: { by: "person", who: [] },
      reason: "none",
      tone: "plain",
    };
  });
};
