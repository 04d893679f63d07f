import { parentPort } from "node:worker_threads";
import { recordSchemas, rightsRules } from "@sluice/domain";
import { checkDefinition, readDefinition } from "@sluice/process";
import type { CheckAnswer, CheckOrder } from "./checkInThread.ts";

/** Reads and checks definitions one after the other, beside the event loop that answers people. */
parentPort?.on("message", ({ id, definition, world }: CheckOrder) => {
  const read = readDefinition(definition);
  const answer: CheckAnswer =
    "problems" in read
      ? { id, definition: null, findings: read.problems }
      : {
          id,
          definition: read.definition,
          findings: checkDefinition(read.definition, { ...world, schemas: recordSchemas, rights: rightsRules }),
        };
  parentPort?.postMessage(answer);
});
