import type { Edge, Node } from "@sluice/process";
import { variablesRead, variablesSet } from "../model/namesOf.ts";

export type ReferenceKind = "role" | "person" | "process" | "block" | "rule" | "field" | "variable" | "step";

/** Something that a node's settings name, and that stands elsewhere: in the firm, on the record, or in the process. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
}

/** Settings that hold one name, and settings that hold several. */
const single: Readonly<Record<string, ReferenceKind>> = {
  role: "role",
  process: "process",
  start: "process",
  block: "block",
  compensateWith: "block",
  rule: "rule",
  path: "field",
  to: "step",
  entry: "step",
};
const several: Readonly<Record<string, ReferenceKind>> = {
  personIds: "person",
  evidence: "role",
  watchedFields: "field",
  lockExcept: "field",
  requiredToEnter: "field",
  requiredToLeave: "field",
};

const recordPath = /\brecord\.\??([A-Za-z]\w*)/g;
const expressions = new Set(["when", "expression", "each", "key"]);

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

const walk = (value: unknown, found: Reference[]): void => {
  if (Array.isArray(value)) for (const each of value) walk(each, found);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const kind = single[key];
    if (kind !== undefined && typeof inner === "string") found.push({ kind, name: inner });
    const kinds = several[key];
    if (kinds !== undefined) for (const name of textsOf(inner)) found.push({ kind: kinds, name });
    if (expressions.has(key) && typeof inner === "string")
      for (const [, name] of inner.matchAll(recordPath)) if (name !== undefined) found.push({ kind: "field", name });
    walk(inner, found);
  }
};

/** What is not a name although its setting is called like one. */
const plain = (node: Node): unknown => {
  if (node.kind === "approval") return { ...node, sendBack: undefined };
  if (node.kind === "stage") return { ...node, key: undefined };
  if (node.kind !== "action" || node.block !== "mail") return node;
  const { to: _to, ...inputs } = node.inputs;
  return { ...node, inputs: { ...inputs, _to } };
};

const once = (found: readonly Reference[]): Reference[] => [
  ...new Map(found.map((reference) => [`${reference.kind} ${reference.name}`, reference])).values(),
];

/** Everything that a node's settings refer to, each once. */
export const referencesOf = (node: Node): Reference[] => {
  const found: Reference[] = [];
  walk(plain(node), found);
  if (node.kind === "action" && node.block === "openChild") {
    const { process } = node.inputs;
    if (process && "value" in process && typeof process.value === "string")
      found.push({ kind: "process", name: process.value });
  }
  for (const name of [...variablesRead(node), ...variablesSet(node)]) found.push({ kind: "variable", name });
  return once(found);
};

/** Everything that a wire's condition refers to, each once. */
export const referencesOfWire = ({ on }: Edge): Reference[] => {
  const found: Reference[] = [];
  walk(on, found);
  for (const name of variablesRead(on)) found.push({ kind: "variable", name });
  return once(found);
};
