import { parentPort } from "node:worker_threads";
import { vouchedMilestones } from "@sluice/domain";
import type { Language } from "@sluice/problems";
import {
  calledProcess,
  checkDefinition,
  type Finding,
  isError,
  type ProcessDefinition,
  proofFindings,
  readDefinition,
  routedOtherwise,
  storyFindings,
} from "@sluice/process";
import {
  definitionText,
  type NamedTable,
  pictureOf,
  readDmn,
  readFile,
  writeBpmn,
  writeDmn,
} from "@sluice/process/interchange";
import type { FirmWorld, ThreadAnswer, ThreadOrder, ThreadWork } from "./checkInThread.ts";

/**
 * What stories and proofs may take of the time that a definition has to be judged in, and stories alone of that. How much is
 * proved is bounded by what is looked at, not by this: it is there for a machine that can hardly go on.
 */
const PROOF_MS = 8_000;
const STORIES_MS = 2_000;

/** What a comparison may take: what was found by then is answered. */
const COMPARE_MS = 5_000;

/** Definitions that were proved last: what is published has mostly been proved a moment before. */
const KEPT = 20;
const proved = new Map<string, readonly Finding[]>();

const proofsOf = (
  definition: ProcessDefinition,
  { schemas }: FirmWorld,
  until: number,
  isAbandoned: () => boolean,
): readonly Finding[] => {
  const text = JSON.stringify([definition, schemas]);
  const known = proved.get(text);
  if (known) return known;
  const findings = proofFindings(definition, {
    schemas,
    vouched: vouchedMilestones,
    isStopped: () => performance.now() > until || isAbandoned(),
  });
  const [oldest] = proved.keys();
  if (proved.size >= KEPT && oldest !== undefined) proved.delete(oldest);
  if (performance.now() <= until && !isAbandoned()) proved.set(text, findings);
  return findings;
};

const storiesOf = (
  definition: ProcessDefinition,
  { schemas }: FirmWorld,
  isAbandoned: () => boolean,
): readonly Finding[] => {
  const until = performance.now() + STORIES_MS;
  return storyFindings(definition, {
    schemas,
    isStopped: () => performance.now() > until || isAbandoned(),
  });
};

/** A definition that can be read, with everything but stories and proofs that is wrong with it. */
const looked = (unverified: unknown, world: FirmWorld): ThreadWork["judge"]["answer"] => {
  const read = readDefinition(unverified);
  if ("problems" in read) return { definition: null, findings: read.problems };
  const { definition } = read;
  return { definition, findings: checkDefinition(definition, world) };
};

const judged = (
  { definition: unverified, world, withProofs, stopsAtStories }: ThreadWork["judge"]["ask"],
  isAbandoned: () => boolean,
): ThreadWork["judge"]["answer"] => {
  if (isAbandoned()) return { definition: null, findings: [] };
  const { definition, findings } = looked(unverified, world);
  if (definition === null || !withProofs || findings.some(isError)) return { definition, findings };
  const until = performance.now() + PROOF_MS;
  const failed = storiesOf(definition, world, isAbandoned);
  const proofs = stopsAtStories && failed.length > 0 ? [] : proofsOf(definition, world, until, isAbandoned);
  return { definition, findings: [...findings, ...failed, ...proofs] };
};

/** Only definitions that nothing is wrong with are played. */
const compared = (
  { before, after, world }: ThreadWork["compare"]["ask"],
  isAbandoned: () => boolean,
): ThreadWork["compare"]["answer"] => {
  const [one, other] = [looked(before, world), looked(after, world)];
  if (one.definition === null || other.definition === null) return null;
  if ([...one.findings, ...other.findings].some(isError)) return null;
  const until = performance.now() + COMPARE_MS;
  const isStopped = () => performance.now() > until || isAbandoned();
  return routedOtherwise(one.definition, other.definition, { schemas: world.schemas, isStopped });
};

/** The decision tables of a definition, each by the branch that asks it. */
const tablesIn = ({ nodes }: ProcessDefinition, language: Language): readonly NamedTable[] =>
  nodes.flatMap((node) =>
    node.kind === "branch" && node.table
      ? [{ id: node.id, name: node.name[language] || node.name.en || node.id, table: node.table }]
      : [],
  );

const written = ({ definition, as, language }: ThreadWork["write"]["ask"]): string => {
  switch (as) {
    case "json":
      return definitionText(definition);
    case "bpmn":
      return writeBpmn(definition);
    case "dmn":
      return writeDmn(definition.key, tablesIn(definition, language));
    case "svg":
      return pictureOf(definition, language);
  }
};

const answerTo = (order: ThreadOrder): ThreadAnswer["answer"] | Promise<ThreadAnswer["answer"]> => {
  const isAbandoned = () => Atomics.load(order.stop, 0) !== 0;
  switch (order.what) {
    case "judge":
      return judged(order.ask, isAbandoned);
    case "compare":
      return compared(order.ask, isAbandoned);
    case "call":
      return calledProcess(order.ask.definition);
    case "read":
      return readFile(order.ask.text, order.ask);
    case "readTables":
      return readDmn(order.ask.text);
    case "write":
      return written(order.ask);
  }
};

/** Reads, checks, proves, compares and writes definitions one after the other, beside the event loop that answers people. */
parentPort?.on("message", (order: ThreadOrder) => {
  void Promise.resolve(answerTo(order)).then((answer) =>
    parentPort?.postMessage({ id: order.id, answer } satisfies ThreadAnswer),
  );
});
