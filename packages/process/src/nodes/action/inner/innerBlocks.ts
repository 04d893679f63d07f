import type { LocalText } from "@sluice/problems";
import { peopleRuleSchema } from "../../../definition/people.ts";
import { findPeople } from "../../../kernel/people.ts";
import type { Json } from "../../../kernel/json.ts";
import type { Step } from "../../../kernel/step.ts";
import type { ActionNode } from "../schema.ts";

type Values = { readonly [name: string]: Json };

/** What an inner block writes in the step; answers its outputs. */
type InnerBlock = (step: Step, node: ActionNode, input: Values) => Values;

const fieldsIn = (input: Json | undefined): Values =>
  input !== null && typeof input === "object" && !Array.isArray(input) ? (input as Values) : {};

const setFields: InnerBlock = (step, _node, input) => {
  for (const [path, value] of Object.entries(input)) step.setField(path, value);
  return {};
};

/** The record's id is not known before the transaction writes it: its reference is the key it is created under. */
const createRecord: InnerBlock = (step, _node, input) => {
  const key = step.newKey();
  step.writes.push({ write: "createRecord", key, recordType: String(input["recordType"]), fields: fieldsIn(input["fields"]) });
  return { record: `created:${key}` };
};

const linkRecord: InnerBlock = (step, _node, input) => {
  step.setField(String(input["field"]), input["record"] ?? null);
  return {};
};

const assignOwner: InnerBlock = (step, _node, input) => {
  step.writes.push({ write: "setOwner", personId: String(input["person"]) });
  return {};
};

const openChild: InnerBlock = (step, _node, input) => {
  const process = String(input["process"]);
  const [found] = step.look([{ fact: "process", process, version: "latest" }]);
  if (found === null) return step.stop("PROCESS_MISSING", { process });
  const { version } = found as { readonly version: number };
  step.writes.push({ write: "openChild", key: step.newKey(), process, version, item: input["item"] ?? null, index: 0 });
  return {};
};

const notice: InnerBlock = (step, node, input) => {
  const rules = peopleRuleSchema.array().parse(input["people"] ?? [{ by: "owner" }]);
  const people = findPeople(step, rules, node.name.en).map((person) => person.personId);
  const subject = (input["subject"] as unknown as LocalText | undefined) ?? node.name;
  step.writes.push({ write: "notify", people, subject, node: node.id });
  return {};
};

/** The blocks whose work is part of the step's own transaction, by key. */
export const innerBlocks: Readonly<Record<string, InnerBlock | undefined>> = { setFields, createRecord, linkRecord, assignOwner, openChild, notice };
