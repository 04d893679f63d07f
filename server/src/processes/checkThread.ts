import { parentPort } from "node:worker_threads";
import { recordSchemas, rightsRules, vouchedMilestones } from "@sluice/domain";
import { checkDefinition, type Finding, type ProcessDefinition, proofFindings, readDefinition } from "@sluice/process";
import type { CheckAnswer, CheckOrder } from "./checkInThread.ts";

/** What proofs may take of the time that a definition has to be judged in. */
const PROOF_MS = 8_000;

/** Definitions that were proved last: what is published has mostly been proved a moment before. */
const KEPT = 20;
const proved = new Map<string, readonly Finding[]>();

const proofsOf = (definition: ProcessDefinition, isAbandoned: () => boolean): readonly Finding[] => {
  const text = JSON.stringify(definition);
  const known = proved.get(text);
  if (known) return known;
  const until = performance.now() + PROOF_MS;
  const findings = proofFindings(definition, {
    schemas: recordSchemas,
    vouched: vouchedMilestones,
    isStopped: () => performance.now() > until || isAbandoned(),
  });
  const [oldest] = proved.keys();
  if (proved.size >= KEPT && oldest !== undefined) proved.delete(oldest);
  if (performance.now() <= until && !isAbandoned()) proved.set(text, findings);
  return findings;
};

const judged = ({ definition, world, withProofs, stop }: CheckOrder): Omit<CheckAnswer, "id"> => {
  const isAbandoned = () => Atomics.load(stop, 0) !== 0;
  if (isAbandoned()) return { definition: null, findings: [] };
  const read = readDefinition(definition);
  if ("problems" in read) return { definition: null, findings: read.problems };
  const findings = checkDefinition(read.definition, { ...world, schemas: recordSchemas, rights: rightsRules });
  if (!withProofs || findings.some(({ severity }) => severity === "error"))
    return { definition: read.definition, findings };
  return { definition: read.definition, findings: [...findings, ...proofsOf(read.definition, isAbandoned)] };
};

/** Reads, checks and proves definitions one after the other, beside the event loop that answers people. */
parentPort?.on("message", (order: CheckOrder) => {
  parentPort?.postMessage({ id: order.id, ...judged(order) } satisfies CheckAnswer);
});
