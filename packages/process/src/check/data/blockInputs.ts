import type { LocalText } from "@sluice/problems";
import type { BlockSchema, BlockValueType } from "../../blocks/index.ts";
import { LONGEST_EXPRESSION } from "../../definition/expression.ts";
import type { NodeOf } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error, type Finding } from "../finding.ts";
import type { FindingDetail } from "../findingDetail.ts";
import { meaning } from "../meaning.ts";
import { nearestName } from "../nearestName.ts";
import { blockCalls, placeOfUse, type BlockUse } from "./blockCalls.ts";

/** Blocks whose inputs are the fields they set, by name. */
const OPEN_INPUTS: ReadonlySet<string> = new Set(["setFields"]);

const fits = (value: unknown, type: BlockValueType): boolean => {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "boolean":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value);
    case "fields":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "json":
      return true;
    case "decimal":
      return typeof value === "number" || (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value));
    default:
      return typeof value === "string" || (typeof value === "object" && value !== null);
  }
};

/** The value as its type asks for it, where it says the same in another form. */
const converted = (value: unknown, type: BlockValueType): unknown => {
  if (type === "list") return [value];
  if (typeof value === "number" || typeof value === "boolean") return type === "json" ? value : String(value);
  if (typeof value !== "string") return undefined;
  const said = value.trim();
  if (type === "integer" && /^-?\d{1,15}$/.test(said)) return Number(said);
  if (type === "boolean" && (said === "true" || said === "false")) return said === "true";
  return type === "decimal" ? said : undefined;
};

/** What is known of a value that is not of its type: the same in the form that is asked for, as JSON. */
const asType = (
  value: unknown,
  type: BlockValueType,
): { readonly fix?: LocalText; readonly detail?: FindingDetail } => {
  const right = converted(value, type);
  if (right === undefined || !fits(right, type)) return {};
  const meant = JSON.stringify(right);
  return meant.length > LONGEST_EXPRESSION
    ? {}
    : { fix: { en: `Write ${meant}.`, zh: `请写作 ${meant}。` }, detail: { meant: [meant] } };
};

const ofUse = (use: BlockUse, block: BlockSchema): readonly Finding[] => {
  const { call, by: node } = use;
  const place = (name: string) => placeOfUse(use, `inputs.${name}`);
  if (OPEN_INPUTS.has(block.key)) return [];
  const open = Object.keys(block.inputs).filter((name) => !(name in call.inputs));
  return [
    ...Object.entries(block.inputs)
      .filter(([name, input]) => input.required && !(name in call.inputs))
      .map(([name, input]) =>
        error("INPUT_MISSING", place(name), {
          en: `“${node.name.en}” needs “${input.label.en}”.`,
          zh: `“${node.name.zh}”缺少“${input.label.zh}”。`,
        }),
      ),
    ...Object.entries(call.inputs).flatMap(([name, input]) => {
      const known = block.inputs[name];
      if (!known)
        return [
          error("INPUT_UNKNOWN", place(name), {
            en: `“${block.name.en}” takes no “${name}”.`,
            zh: `“${block.name.zh}”没有输入项“${name}”。`,
            ...meaning(name, nearestName(name, open)),
          }),
        ];
      return "value" in input && !fits(input.value, known.type)
        ? [
            error("INPUT_TYPE", place(name), {
              en: `“${known.label.en}” of “${node.name.en}” is not of its type.`,
              zh: `“${node.name.zh}”的“${known.label.zh}”类型不符。`,
              ...asType(input.value, known.type),
            }),
          ]
        : [];
    }),
    ...Object.entries(call.outputs)
      .filter(([, name]) => !(name in block.outputs))
      .map(([variable, name]) =>
        error("OUTPUT_UNKNOWN", placeOfUse(use, `outputs.${variable}`), {
          en: `“${block.name.en}” gives no “${name}”.`,
          zh: `“${block.name.zh}”没有输出项“${name}”。`,
          ...meaning(name, nearestName(name, Object.keys(block.outputs))),
        }),
      ),
  ];
};

/** What is undone is undone by the block that did it, and only if that knows how. */
const cannotUndo = (
  { id, block, compensateWith: by }: NodeOf<"action">,
  blocks: Readonly<Record<string, BlockSchema>>,
): readonly Finding[] => {
  if (by === undefined) return [];
  const undoing = Object.hasOwn(blocks, by) ? blocks[by] : undefined;
  if (by === block && undoing?.takesBack) return [];
  const itself = Object.hasOwn(blocks, block) && blocks[block]?.takesBack ? block : null;
  return [
    error(
      undoing ? "BLOCK_CANNOT_UNDO" : "UNKNOWN_BLOCK",
      { node: id, path: "compensateWith" },
      undoing
        ? {
            en: `“${undoing.name.en}” cannot undo this step.`,
            zh: `“${undoing.name.zh}”无法撤销此步骤。`,
            ...meaning(by, itself),
          }
        : { en: `There is no block “${by}”.`, zh: `功能块“${by}”不存在。`, ...meaning(by, itself) },
    ),
  ];
};

/** Nothing can wait while a stage is entered or left: what takes time is drawn as a step. */
const cannotWait = (use: BlockUse, block: BlockSchema): readonly Finding[] =>
  use.by.kind !== "stage" || block.place === "inner"
    ? []
    : [
        error("OUTER_BLOCK_IN_STAGE", placeOfUse(use, "block"), {
          en: `“${block.name.en}” takes time: “${use.by.name.en}” cannot wait for it on entering or leaving.`,
          zh: `“${block.name.zh}”需要时间，“${use.by.name.zh}”进入或离开时无法等待其完成。`,
          fix: { en: "Draw it as a step of the stage.", zh: "请在阶段内画成一个步骤。" },
        }),
      ];

/** Blocks that are not there, inputs and outputs that do not fit them, and blocks that take time where nothing can wait. */
export const blockInputs: Check = (graph, { blocks = {} }) => [
  ...blockCalls(graph).flatMap((use) => {
    const { block: key } = use.call;
    const block = Object.hasOwn(blocks, key) ? blocks[key] : undefined;
    return block
      ? [...ofUse(use, block), ...cannotWait(use, block)]
      : [
          error("UNKNOWN_BLOCK", placeOfUse(use, "block"), {
            en: `There is no block “${key}”.`,
            zh: `功能块“${key}”不存在。`,
            ...meaning(key, nearestName(key, Object.keys(blocks))),
          }),
        ];
  }),
  ...graph.steps.flatMap((step) => (step.kind === "action" ? cannotUndo(step, blocks) : [])),
];
