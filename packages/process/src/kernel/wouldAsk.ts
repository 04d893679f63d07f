import { problem, type Problem } from "@sluice/problems";
import type { Node, NodeOf } from "../definition/node.ts";
import { DEFINITION_FORMAT } from "../definition/processDefinition.ts";
import type { Variable } from "../definition/variable.ts";
import { findSigners } from "../nodes/approval/findSigners.ts";
import { compile } from "./compile.ts";
import type { FactKey, Facts, FoundPerson } from "./fact.ts";
import { newborn } from "./newborn.ts";
import { findPeople, whenNobody } from "./people.ts";
import type { Plan } from "./plan.ts";
import type { RecordSchemas } from "./recordSchemas.ts";
import { MissingFacts, Refused } from "./signals.ts";
import { Step } from "./step.ts";

/** A step that asks people for something. */
export type AskingNode = NodeOf<"task" | "approval" | "cc" | "assign">;

export const isAskingNode = (node: Node): node is AskingNode =>
  node.kind === "task" || node.kind === "approval" || node.kind === "cc" || node.kind === "assign";

/** Whom a step would ask, or the facts that it takes to tell. `otherwise` is what happens where nobody is. */
export type WouldAsk =
  | { readonly needs: readonly FactKey[] }
  | { readonly people: readonly FoundPerson[]; readonly otherwise: "pass" | "incident" | null }
  | { readonly problems: readonly Problem[] };

interface Drawn {
  readonly node: AskingNode;
  readonly recordType: string;
  readonly variables: readonly Variable[];
}

/** The least process that holds a step, so that it can be asked about while everything around it is unfinished. */
export const planOfStep = ({ node, recordType, variables }: Drawn, schemas: RecordSchemas): Plan => {
  const name = { en: "", zh: "" };
  return compile(
    {
      format: DEFINITION_FORMAT,
      key: "preview",
      name,
      kind: "side",
      recordType,
      variables: [...variables],
      nodes: [
        { id: "preview-start", kind: "start", name, trigger: { on: "manual" }, concurrency: "skip" },
        {
          id: "preview-stage",
          kind: "stage",
          name,
          key: "preview",
          order: 0,
          requiredToEnter: [],
          requiredToLeave: [],
          entryActions: [],
          exitActions: [],
          onLeave: "cancel",
          moves: [],
        },
        { ...node, stage: "preview-stage" },
      ],
      edges: [{ id: "preview-wire", from: "preview-start", to: node.id, on: { kind: "next" } }],
    },
    schemas,
  );
};

const asked = (step: Step, node: AskingNode): readonly FoundPerson[] | "pass" | "incident" => {
  if (node.kind === "approval") return findSigners(step, node);
  const found = findPeople(step, node.who, node.name.en);
  return found.length > 0 || node.kind !== "task" ? found : whenNobody(step, node.onEmpty, node.name.en);
};

/**
 * Tells whom a step would ask if a case of this initiator came to it now: by the rules that the step itself goes by, as the door
 * asks them. Pure, as `advance` is. Nothing has happened in that case before, so nobody was asked earlier and nobody is picked.
 */
export const wouldAsk = (
  plan: Plan,
  node: AskingNode,
  { initiatorId, at, facts }: { readonly initiatorId: string | null; readonly at: string; readonly facts: Facts },
): WouldAsk => {
  const actor =
    initiatorId === null
      ? ({ kind: "system", name: "clock" } as const)
      : ({ kind: "person", personId: initiatorId } as const);
  const step = new Step(plan, newborn(at, initiatorId), { type: "start", variables: {}, at, actor }, facts);
  try {
    const found = asked(step, node);
    return typeof found === "string" ? { people: [], otherwise: found } : { people: found, otherwise: null };
  } catch (signal) {
    if (signal instanceof MissingFacts) return { needs: [...new Set(signal.keys)] };
    if (signal instanceof Refused)
      return {
        problems: signal.problems.length > 0 ? signal.problems : [problem("NOBODY_FOUND", { node: node.name.en })],
      };
    throw signal;
  }
};
