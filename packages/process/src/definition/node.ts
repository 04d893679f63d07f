import { z } from "zod";
import { actionSchema } from "../nodes/action/schema.ts";
import { approvalSchema } from "../nodes/approval/schema.ts";
import { assignSchema } from "../nodes/assign/schema.ts";
import { branchSchema } from "../nodes/branch/schema.ts";
import { ccSchema } from "../nodes/cc/schema.ts";
import { endSchema } from "../nodes/end/schema.ts";
import { guardSchema } from "../nodes/guard/schema.ts";
import { joinSchema } from "../nodes/join/schema.ts";
import { messageSchema } from "../nodes/message/schema.ts";
import { parallelSchema } from "../nodes/parallel/schema.ts";
import { raceSchema } from "../nodes/race/schema.ts";
import { stageSchema } from "../nodes/stage/schema.ts";
import { startSchema } from "../nodes/start/schema.ts";
import { subprocessSchema } from "../nodes/subprocess/schema.ts";
import { taskSchema } from "../nodes/task/schema.ts";
import { timerSchema } from "../nodes/timer/schema.ts";

/** Every kind of node there is, by its kind. The inspector, the checker and the parity tests go by this table. */
export const nodeSchemas = {
  start: startSchema,
  stage: stageSchema,
  task: taskSchema,
  approval: approvalSchema,
  cc: ccSchema,
  guard: guardSchema,
  branch: branchSchema,
  parallel: parallelSchema,
  join: joinSchema,
  timer: timerSchema,
  message: messageSchema,
  race: raceSchema,
  action: actionSchema,
  assign: assignSchema,
  subprocess: subprocessSchema,
  end: endSchema,
} as const;

export type NodeKind = keyof typeof nodeSchemas;

export const nodeSchema = z.discriminatedUnion("kind", [
  startSchema,
  stageSchema,
  taskSchema,
  approvalSchema,
  ccSchema,
  guardSchema,
  branchSchema,
  parallelSchema,
  joinSchema,
  timerSchema,
  messageSchema,
  raceSchema,
  actionSchema,
  assignSchema,
  subprocessSchema,
  endSchema,
]);
export type Node = z.infer<typeof nodeSchema>;
export type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;

/** A node that lies in a stage: every kind but `start` and `stage`. */
export type Step = Exclude<Node, { kind: "start" | "stage" }>;
