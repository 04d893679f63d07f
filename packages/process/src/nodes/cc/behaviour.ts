import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { leave } from "../../kernel/flow.ts";
import { findPeople } from "../../kernel/people.ts";

/** Gives people a copy and goes on at once. Nobody found means nobody to inform. */
export const cc: NodeBehaviour<"cc"> = {
  enter: (step, node, token) => {
    for (const { personId } of findPeople(step, node.who, node.name.en)) {
      const task = {
        key: step.newKey(),
        node: node.id,
        kind: "copy" as const,
        name: node.name,
        people: [personId],
        standsFor: {},
        form: [],
        outcomes: [],
        dueAt: null,
        round: 0,
      };
      step.writes.push({ write: "openTask", task });
    }
    leave(step, token);
  },
};
