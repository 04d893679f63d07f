import type { BlockSchema, BlockValueType } from "../../blocks/index.ts";
import type { NodeOf } from "../../definition/node.ts";
import type { Check } from "../checkDefinition.ts";
import { error, type Finding } from "../finding.ts";

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

const ofAction = (node: NodeOf<"action">, block: BlockSchema): readonly Finding[] => {
  const place = (name: string) => ({ node: node.id, path: `inputs.${name}` });
  if (OPEN_INPUTS.has(block.key)) return [];
  return [
    ...Object.entries(block.inputs)
      .filter(([name, input]) => input.required && !(name in node.inputs))
      .map(([name, input]) =>
        error("INPUT_MISSING", place(name), {
          en: `“${node.name.en}” needs “${input.label.en}”.`,
          zh: `“${node.name.zh}”缺少“${input.label.zh}”。`,
        }),
      ),
    ...Object.entries(node.inputs).flatMap(([name, input]) => {
      const known = block.inputs[name];
      if (!known)
        return [
          error("INPUT_UNKNOWN", place(name), {
            en: `“${block.name.en}” takes no “${name}”.`,
            zh: `“${block.name.zh}”没有输入项“${name}”。`,
          }),
        ];
      return "value" in input && !fits(input.value, known.type)
        ? [
            error("INPUT_TYPE", place(name), {
              en: `“${known.label.en}” of “${node.name.en}” is not of its type.`,
              zh: `“${node.name.zh}”的“${known.label.zh}”类型不符。`,
            }),
          ]
        : [];
    }),
    ...Object.entries(node.outputs)
      .filter(([, name]) => !(name in block.outputs))
      .map(([variable, name]) =>
        error(
          "OUTPUT_UNKNOWN",
          { node: node.id, path: `outputs.${variable}` },
          { en: `“${block.name.en}” gives no “${name}”.`, zh: `“${block.name.zh}”没有输出项“${name}”。` },
        ),
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
  return [
    error(
      undoing ? "BLOCK_CANNOT_UNDO" : "UNKNOWN_BLOCK",
      { node: id, path: "compensateWith" },
      undoing
        ? { en: `“${undoing.name.en}” cannot undo this step.`, zh: `“${undoing.name.zh}”无法撤销此步骤。` }
        : { en: `There is no block “${by}”.`, zh: `功能块“${by}”不存在。` },
    ),
  ];
};

/** Blocks that are not there, and inputs and outputs that do not fit them. */
export const blockInputs: Check = (graph, { blocks = {} }) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "action") return [];
    const block = Object.hasOwn(blocks, step.block) ? blocks[step.block] : undefined;
    return [
      ...(block
        ? ofAction(step, block)
        : [
            error(
              "UNKNOWN_BLOCK",
              { node: step.id, path: "block" },
              { en: `There is no block “${step.block}”.`, zh: `功能块“${step.block}”不存在。` },
            ),
          ]),
      ...cannotUndo(step, blocks),
    ];
  });
