import { recordSchemas, type RightsRule } from "@sluice/domain";
import { checkDefinition } from "../check/checkDefinition.ts";
import type { CheckWorld } from "../check/checkWorld.ts";
import type { Finding } from "../check/finding.ts";
import type { FindingCode } from "../check/findingCodes.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { aProcess, taskOf, type ProcessDraft, type StageDraft, type WireDraft } from "./aProcess.ts";

/** A finding's code, a process that has it, and a neighbour that has not. */
export interface Check {
  readonly code: FindingCode;
  readonly has: ProcessDefinition;
  readonly hasNot: ProcessDefinition;
}

export const ann = taskOf("ann");
export const branch = { kind: "branch" } as const;
export const day = { amount: 1, unit: "day" as const, calendar: "elapsed" as const };

const reads = (role: string, scope: RightsRule["scope"]): RightsRule => ({
  role: role as RightsRule["role"],
  recordType: "quote",
  action: "read",
  scope,
});

/** A world of three roles, one rule and one other process. */
export const checkedIn: CheckWorld = {
  schemas: recordSchemas,
  roles: ["ann", "bob", "cat"],
  posts: [],
  rules: ["quote.costSigned"],
  processes: ["other"],
  versions: { other: [1, 2] },
  lifeCycles: [{ key: "ours", recordType: "order", departmentId: null }],
  hooks: [
    { key: "other", hook: "theirs" },
    { key: "tried", hook: "shop" },
  ],
  rights: [reads("ann", "all"), reads("cat", "own")],
};

/** A process of one stage that holds the steps, entered at the first of them. */
export const work = (
  steps: NonNullable<StageDraft["steps"]>,
  wires: readonly WireDraft[] = [],
  stage: Partial<StageDraft> = {},
  more: Partial<ProcessDraft> = {},
): ProcessDefinition =>
  aProcess({
    stages: { work: { entry: Object.keys(steps)[0] as string, ...stage, steps } },
    wires: [["start", "work"], ...wires],
    ...more,
  });

/** A process of one task, whose stage has a move. */
export const moving = (
  move: NonNullable<StageDraft["moves"]>[string],
  stage: Partial<StageDraft> = {},
): ProcessDefinition => work({ a: ann }, [], { moves: { go: move }, ...stage });

/** What is found in a world of two roles, one rule and one other process. */
export const findingsIn = (definition: ProcessDefinition): readonly Finding[] => checkDefinition(definition, checkedIn);

/** The codes of what is found. */
export const codesIn = (definition: ProcessDefinition): readonly string[] =>
  findingsIn(definition).map((finding) => finding.code);
