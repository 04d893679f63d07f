import type { Actor, Happening, TaskAct } from "../../kernel/event.ts";
import { roundOf } from "../../nodes/approval/round.ts";
import { aFirm } from "../aCase.ts";
import type { SimulatedTask, Simulation } from "../simulation.ts";
import type { RandomEvent } from "./randomEvent.ts";

export const person = (n: number): string => aFirm[n % aFirm.length]?.id ?? "ini";
export const pickOf = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

type Deed = readonly [act: TaskAct, who: "theirs" | "initiator" | "anyone" | { readonly personId: string }];

const complete = (outcome: string): Deed => [{ do: "complete", outcome }, "theirs"];

const onTask = (also: number): readonly Deed[] => [
  ...Array.from({ length: 8 }, () => complete(also % 3 === 0 ? "no" : "yes")),
  [{ do: "claim" }, "theirs"],
  [{ do: "claim" }, "theirs"],
  [{ do: "release" }, "theirs"],
  [{ do: "transfer", to: person(also) }, "theirs"],
];

/** What the signers of the open rounds can take back: an approval of their own, somebody they added. */
const takingBack = (simulation: Simulation): readonly Deed[] =>
  simulation.state.tokens
    .filter(({ node, data }) => simulation.plan.nodes.get(node)?.kind === "approval" && data !== null)
    .flatMap((token) => roundOf(token).signers)
    .flatMap(({ personId, status, addedBy }): readonly Deed[] => [
      ...(status === "approved" ? [[{ do: "reclaim" }, { personId }] as const] : []),
      ...(addedBy !== null && !addedBy.startsWith("system:")
        ? [[{ do: "removeSigner", personId }, { personId: addedBy }] as const]
        : []),
    ]);

const places = ["before", "after", "beside"] as const;

const onApproval = (simulation: Simulation, also: number): readonly Deed[] => [
  ...Array.from({ length: 9 }, (): Deed => [{ do: "approve" }, "theirs"]),
  [{ do: "reject" }, "theirs"],
  [{ do: "sendBack" }, "theirs"],
  [{ do: "sendBack", to: pickOf(simulation.state.trail, also)?.node ?? "none" }, "theirs"],
  [{ do: "withdraw" }, "initiator"],
  [{ do: "reclaim" }, "anyone"],
  ...takingBack(simulation),
  [{ do: "addSigner", personIds: [person(also), person(also + 1)], place: places[also % 3] ?? "after" }, "theirs"],
  [{ do: "addSigner", personIds: [person(also)], place: places[also % 3] ?? "after" }, "theirs"],
  [{ do: "removeSigner", personId: person(also) }, "anyone"],
  [{ do: "transfer", to: person(also) }, "theirs"],
  [{ do: "delegate", to: person(also) }, "theirs"],
  [{ do: "delegate", to: person(also + 1) }, "theirs"],
];

const beside = (also: number): readonly Deed[] => [
  [{ do: "urge" }, "initiator"],
  [{ do: "comment" }, "anyone"],
  [{ do: "consult", personIds: [person(also)] }, "theirs"],
  [{ do: "copy", personIds: [person(also)] }, "theirs"],
];

const deedsFor = (simulation: Simulation, task: SimulatedTask | undefined, also: number): readonly Deed[] => {
  if (task?.kind === "revise") return [complete("resubmit"), complete("resubmit"), ...beside(also)];
  if (task?.kind === "approval") return [...onApproval(simulation, also), ...beside(also)];
  return [...onTask(also), ...beside(also)];
};

/** What somebody does with a piece of open work: mostly what can be done with it, by whom it is for. */
export const actingOn = (simulation: Simulation, { pick, also, verb }: RandomEvent): readonly [Happening, Actor] => {
  const open = [...simulation.tasks.values()].filter((it) => it.open && it.kind !== "copy" && it.kind !== "consult");
  const task = pickOf(open, pick);
  const [act, who] = pickOf(deedsFor(simulation, task, also), verb) ?? [{ do: "urge" }, "anyone"];
  const theirs = pickOf(task?.people ?? [], also) ?? person(also);
  const other = who === "initiator" ? "ini" : person(pick + also);
  const personId = who === "theirs" ? theirs : typeof who === "object" ? who.personId : other;
  return [
    { type: "task", task: task?.key ?? "none", act, comment: "because", attachments: [], signature: null, form: {} },
    { kind: "person", personId },
  ];
};
