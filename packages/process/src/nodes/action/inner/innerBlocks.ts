import { machineReason } from "@sluice/problems";
import type { LocalText } from "@sluice/problems";
import { localTextSchema } from "../../../definition/localText.ts";
import { peopleRuleSchema, type PeopleRule } from "../../../definition/people.ts";
import type { Json } from "../../../kernel/json.ts";
import { findPeople } from "../../../kernel/people.ts";
import type { Step } from "../../../kernel/step.ts";
import type { Caller } from "../inputsOf.ts";

type Values = { readonly [name: string]: Json };

/** What an inner block writes in the step; answers its outputs. */
type InnerBlock = (step: Step, node: Caller, input: Values) => Values;

const isMap = (input: Json | undefined): input is Values =>
  input !== null && typeof input === "object" && !Array.isArray(input);

const fieldsIn = (input: Json | undefined): Values => (isMap(input) ? input : {});

/** The text that an input must have; an empty one gives the step up. */
const textIn = (step: Step, node: Caller, input: Values, name: string): string => {
  const value = input[name];
  return typeof value === "string" && value !== ""
    ? value
    : step.stop("REQUIRED_FIELD", { field: `${node.name.en}: ${name}` });
};

/** Fields are given one by one, or together as a map called `fields`. */
const setFields: InnerBlock = (step, _node, input) => {
  const { fields, ...single } = input;
  const all = isMap(fields) ? { ...single, ...fields } : input;
  for (const [path, value] of Object.entries(all)) step.setField(path, value);
  return {};
};

/** The record's id is not known before the transaction writes it: its reference is the key it is created under. */
const createRecord: InnerBlock = (step, node, input) => {
  const key = step.newKey();
  step.writes.push({
    write: "createRecord",
    key,
    recordType: textIn(step, node, input, "recordType"),
    fields: fieldsIn(input["fields"]),
  });
  return { record: `created:${key}` };
};

const linkRecord: InnerBlock = (step, node, input) => {
  step.setField(textIn(step, node, input, "field"), input["record"] ?? null);
  return {};
};

const assignOwner: InnerBlock = (step, node, input) => {
  step.writes.push({ write: "setOwner", personId: textIn(step, node, input, "person") });
  return {};
};

const openChild: InnerBlock = (step, node, input) => {
  const process = textIn(step, node, input, "process");
  const [found] = step.look([{ fact: "process", process, version: "latest" }]);
  if (found === null) return step.stop("PROCESS_MISSING", { process });
  const { version } = found as { readonly version: number };
  step.writes.push({
    write: "openChild",
    key: step.newKey(),
    process,
    version,
    item: input["record"] ?? input["item"] ?? null,
    index: 0,
  });
  return {};
};

/** The people of a notice: rules, or ids of persons. Anything else gives the step up. */
const rulesIn = (step: Step, node: Caller, input: Json | undefined): readonly PeopleRule[] => {
  const items = input === undefined || input === null ? [{ by: "owner" }] : Array.isArray(input) ? input : [input];
  const rules = items.map((item: Json) =>
    typeof item === "string" ? { by: "person" as const, personIds: [item] } : peopleRuleSchema.safeParse(item).data,
  );
  const settled = rules.filter((rule): rule is PeopleRule => rule !== undefined && rule.by !== "expression");
  return settled.length === rules.length
    ? settled
    : step.stop("GUARD_BROKEN", { guard: node.name.en, reason: machineReason("peopleUnreadable") });
};

const subjectIn = (node: Caller, input: Json | undefined): LocalText => {
  if (typeof input === "string" && input !== "") return { en: input, zh: input };
  return localTextSchema.safeParse(input).data ?? node.name;
};

const notice: InnerBlock = (step, node, input) => {
  const people = findPeople(step, rulesIn(step, node, input["people"]), node.name.en).map((person) => person.personId);
  step.writes.push({ write: "notify", people, subject: subjectIn(node, input["subject"]), node: node.id });
  return {};
};

/** The blocks whose work is part of the step's own transaction, by key. */
export const innerBlocks: Readonly<Record<string, InnerBlock | undefined>> = {
  setFields,
  createRecord,
  linkRecord,
  assignOwner,
  openChild,
  notice,
};
