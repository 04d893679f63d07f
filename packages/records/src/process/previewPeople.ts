import { problem, Refusal, type Problem } from "@sluice/problems";
import {
  type AskingNode,
  type Facts,
  type FoundPerson,
  type Plan,
  planOfStep,
  type Variable,
  wouldAsk,
} from "@sluice/process";
import { loadFacts } from "../case/facts/loadFacts.ts";
import type { Caller } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker } from "../person/asker.ts";
import { RecordStore } from "../record/recordStore.ts";
import { isAuthorised } from "../rights/authorise.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { schemasOf } from "./planOf.ts";

/** A round of questions and answers may be this long before the facts count as unstable. */
const ROUND_LIMIT = 8;

export interface PreviewPeopleWish {
  /** The step as it is drawn now. */
  readonly node: AskingNode;
  readonly variables: readonly Variable[];
  readonly record: { readonly type: string; readonly id: string };
  /** Who would have begun the case; the record's owner when left out. */
  readonly initiatorId?: string | undefined;
}

export interface PreviewedPeople {
  readonly initiatorId: string | null;
  readonly people: readonly FoundPerson[];
  readonly otherwise: "pass" | "incident" | null;
  readonly problems: readonly Problem[];
}

const readable = ({ node, variables, record }: PreviewPeopleWish, house: House): Plan => {
  try {
    return planOfStep({ node, variables, recordType: record.type }, schemasOf(house));
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "";
    throw new Refusal([problem("INPUT_INVALID", { field: "who", reason, node: node.id })]);
  }
};

/**
 * Answers whom a step would ask for a record as it stands now, by the resolver that the door uses. Unlocked and without
 * consequences.
 *
 * @problem NOT_FOUND - there is no such record, or the asker may not read it
 * @problem INPUT_INVALID - an expression of the step cannot be read
 */
export const previewPeople = async (
  house: House,
  wish: PreviewPeopleWish,
  caller: Caller,
): Promise<PreviewedPeople> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    const asker = await readAsker(db, caller.personId);
    await house.registry.reach(asker.fieldsRevision, db);
    const records = new RecordStore({ db, types: house.types, locks: null });
    const record = await records.find(wish.record, "share");
    if (record === null || !isAuthorised(house.rights, asker, { action: "read", record }))
      throw new Refusal([problem("NOT_FOUND", { recordType: wish.record.type })]);
    const { owner } = record.fields;
    const initiatorId = wish.initiatorId ?? (typeof owner === "string" ? owner : null);
    const at = await house.clock.now(db);
    const plan = readable(wish, house);
    const source = {
      house,
      db,
      records,
      record: wish.record,
      caseId: null,
      initiatorId,
      at,
      isCommand: false,
      readFrom: new Map(),
    };
    let facts: Facts = {};
    for (let round = 0; round < ROUND_LIMIT; round += 1) {
      const answer = wouldAsk(plan, wish.node, { initiatorId, at, facts });
      if ("problems" in answer) return { initiatorId, people: [], otherwise: null, problems: answer.problems };
      if ("people" in answer) return { initiatorId, ...answer, problems: [] };
      facts = { ...facts, ...(await loadFacts(answer.needs, source)) };
    }
    throw new Error(`the people of ${wish.node.id} were asked for ${ROUND_LIMIT} times`);
  } finally {
    client.release();
  }
};
