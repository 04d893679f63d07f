import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { leave } from "../../kernel/flow.ts";
import { findPeople } from "../../kernel/people.ts";

/** Gives the record an owner, picked by the strategy among the people found. Nobody to pick: the step is given up. */
export const assign: NodeBehaviour<"assign"> = {
  enter: (step, node, token) => {
    const from = findPeople(step, node.who, node.name.en).map((person) => person.personId);
    const [picked] = from.length === 0 ? [null] : step.look([{ fact: "pick", from, strategy: node.strategy }]);
    if (typeof picked !== "string") return step.stop("NOBODY_FOUND", { node: node.name.en });
    step.writes.push({ write: "setOwner", personId: picked });
    leave(step, token);
  },
};
