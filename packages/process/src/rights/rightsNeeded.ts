import type { RightsAction } from "@sluice/domain";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { TaskAct } from "../kernel/event.ts";

/** What a person does with a case, as far as rights to its record tell it apart. */
export type Deed = "start" | "move" | TaskAct["do"];

/** What is one's own work needs no right to the record. */
const OWN: readonly RightsAction[] = [];

/** Acts on a whole approval may be tried by whoever may read the record: the kernel says whom they are open to. */
const WHOLE: readonly RightsAction[] = ["read"];

const ACTS: { readonly [Act in TaskAct["do"]]: readonly RightsAction[] } = {
  complete: OWN,
  claim: OWN,
  release: OWN,
  approve: OWN,
  reject: OWN,
  sendBack: OWN,
  addSigner: OWN,
  removeSigner: WHOLE,
  transfer: OWN,
  delegate: OWN,
  withdraw: WHOLE,
  reclaim: WHOLE,
  urge: WHOLE,
  consult: WHOLE,
  comment: WHOLE,
  copy: WHOLE,
};

/** Acts on a whole approval, not on one's own part of it: they name any of its tasks, and go by one that is open. */
export const isOnTheWhole = (act: TaskAct["do"]): boolean => ACTS[act] === WHOLE;

const NEEDED: {
  readonly [Kind in ProcessDefinition["kind"]]: { readonly [D in Deed]: readonly RightsAction[] };
} = {
  lifeCycle: { ...ACTS, start: ["create"], move: ["move"] },
  side: { ...ACTS, start: ["move", "patch"], move: ["read"] },
};

/**
 * Answers what a person needs to be able to do with the record of a case to do this with the case: any of it is enough, and
 * nothing is needed where it is empty. The sole table of it: the door, what it foresees, and played cases ask here.
 */
export const rightsNeeded = (kind: ProcessDefinition["kind"], deed: Deed): readonly RightsAction[] =>
  NEEDED[kind][deed];
