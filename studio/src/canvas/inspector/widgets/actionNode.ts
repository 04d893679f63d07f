import type { NodeOf } from "@sluice/process";

export type ActionNode = NodeOf<"action">;
