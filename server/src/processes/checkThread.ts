import { parentPort } from "node:worker_threads";
import { recordSchemas, rightsRules, vouchedMilestones } from "@sluice/domain";
import { checkDefinition, type Finding, proofFindings, readDefinition } from "@sluice/process";
import type { CheckAnswer, CheckOrder } from "./checkInThread.ts";

/** What proofs may take of the time that a definition has to be judged in. */
const PROOF_MS = 8_000;

const judged = ({ definition, world, withProofs }: CheckOrder): Omit<CheckAnswer, "id"> => {
  const read = readDefinition(definition);
  if ("problems" in read) return { definition: null, findings: read.problems };
  const findings = checkDefinition(read.definition, { ...world, schemas: recordSchemas, rights: rightsRules });
  if (!withProofs || findings.some(({ severity }) => severity === "error"))
    return { definition: read.definition, findings };
  const until = performance.now() + PROOF_MS;
  const proofs: readonly Finding[] = proofFindings(read.definition, {
    schemas: recordSchemas,
    vouched: vouchedMilestones,
    isStopped: () => performance.now() > until,
  });
  return { definition: read.definition, findings: [...findings, ...proofs] };
};

/** Reads, checks and proves definitions one after the other, beside the event loop that answers people. */
parentPort?.on("message", (order: CheckOrder) => {
  parentPort?.postMessage({ id: order.id, ...judged(order) } satisfies CheckAnswer);
});
