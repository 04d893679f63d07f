import { randomUUID } from "node:crypto";
import type { ProcessDefinitionInput } from "@sluice/process";
import type { TestFirm } from "./aFirm.ts";
import { errand } from "./processes.ts";

/** The errand, with its call under another id. */
export const errandOfNow: ProcessDefinitionInput = {
  ...errand,
  nodes: errand.nodes.map((node) => {
    if (node.kind === "stage" && node.id === "doing") return { ...node, entry: "ring" };
    return node.kind === "task" ? { ...node, id: "ring" } : node;
  }),
  edges: (errand.edges ?? []).map((edge) => (edge.id === "toThank" ? { ...edge, from: "ring" } : edge)),
};

/** What has become what in it. */
export const toErrandOfNow = { nodes: { call: "ring" }, wires: {}, moves: {} };

/** So many running errands, each of a customer of its own; their ids in order. */
export const manyErrands = async (firm: TestFirm, count: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const recordId = await firm.aCustomer();
    const command = { commandId: randomUUID(), process: "errand", recordType: "customer", recordId };
    ids.push(String((await firm.door.startCase(command, firm.as("chen"))).caseId));
  }
  return ids.toSorted();
};

/** Goes on with migrations until there is nothing to do, as the relay would. */
export const migrateAll = async ({ carrier }: Pick<TestFirm, "carrier">): Promise<void> => {
  while (await carrier.migrateMore());
};
