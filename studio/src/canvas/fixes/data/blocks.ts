import type { Edge, Node, ProcessDefinition } from "@sluice/process";
import { blocks } from "@sluice/process";
import { inputOfTemplate, isInBoth, type Template, templateIn } from "../../inspector/template/templateInput.ts";
import type { BlockInput } from "../../inspector/widgets/blockInput.ts";
import { addStep } from "../../model/addStep.ts";
import type { Edit } from "../../model/edited.ts";
import { findNode, takenIds } from "../../model/elements.ts";
import { freshId } from "../../model/freshId.ts";
import { setField } from "../../model/setField.ts";
import { nameOfKind } from "../../palette/kinds.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type Fixes } from "../fix.ts";
import { isVariableNeeded } from "../needed.ts";
import { setTo, settingOf, valueAt } from "../settings.ts";
import { allOf, misspelt, misspeltKey, takenOut } from "../written.ts";

/** An input that the block does not take: the one that was meant, or none. */
export const inputUnknown: Fixes = allOf(misspeltKey, takenOut);

const isNeeded = (definition: ProcessDefinition, node: string | undefined, variable: string): boolean =>
  node === undefined || isVariableNeeded(definition, [variable], node);

/** An output that the block does not give: the one that was meant; a variable that nobody asks for is not set. */
export const outputUnknown: Fixes = (definition, finding) => {
  const variable = String(pathOf(finding).at(-1) ?? "");
  return allOf(misspelt, isNeeded(definition, finding.node, variable) ? () => [] : takenOut)(definition, finding);
};

/** A value in another form than its type: the same in the form that is asked for. */
export const inputType: Fixes = (definition, finding) => {
  const [meant] = finding.detail?.meant ?? [];
  const setting = settingOf(definition, finding);
  if (meant === undefined || valueAt(definition, setting) === undefined) return [];
  return [fix("write", setTo(setting, { value: JSON.parse(meant) as unknown }), { text: meant })];
};

/** A block that cannot undo a step: it undoes itself, where it can, or nothing undoes it. */
export const cannotUndo: Fixes = (definition, finding) => {
  const node = findNode(definition, finding.node ?? "");
  const [itself] = finding.detail?.meant ?? [];
  if (node?.kind !== "action" || node.compensateWith === undefined) return [];
  const path = ["compensateWith"];
  return [
    itself === undefined ? null : fix("undoByItself", setField(node.id, path, itself), { steps: [node] }),
    fix("doNotUndo", setField(node.id, path, undefined), { steps: [node] }),
  ];
};

/** A block that is not there: the one that was meant. */
export const unknownBlock: Fixes = (definition, finding) =>
  pathOf(finding).at(-1) === "compensateWith" ? cannotUndo(definition, finding) : misspelt(definition, finding);

type Stage = Extract<Node, { kind: "stage" }>;

const asStep =
  (stage: Stage, index: number): Edit =>
  (definition) => {
    const call = stage.entryActions[index];
    const added = addStep({ kind: "action", name: nameOfKind("action"), stage: stage.id })(definition);
    const [id = ""] = added.select ?? [];
    const { entry } = stage;
    const nodes = added.definition.nodes.map((node): Node => {
      if (node.id === id && node.kind === "action") return { ...node, ...call };
      if (node.id !== stage.id || node.kind !== "stage") return node;
      return { ...node, entry: id, entryActions: stage.entryActions.filter((_call, at) => at !== index) };
    });
    const onward: readonly Edge[] =
      entry === undefined
        ? []
        : [
            {
              id: freshId(takenIds(added.definition), `${id}-${entry}`.slice(0, 50)),
              from: id,
              to: entry,
              on: { kind: "next" },
            },
          ];
    return { definition: { ...added.definition, nodes, edges: [...definition.edges, ...onward] }, select: [id] };
  };

/** A block that takes time as a stage is entered: it is drawn as the first step of the stage. What is done on leaving has no such place. */
export const drawnAsStep: Fixes = (definition, finding) => {
  const stage = findNode(definition, finding.node ?? "");
  const [list, index] = pathOf(finding);
  if (stage?.kind !== "stage" || list !== "entryActions" || stage.entryActions[Number(index)] === undefined) return [];
  return [fix("drawAsStep", asStep(stage, Number(index)), { steps: [stage] })];
};

/** The text at a block's input, its values said there as the inspector would have them: exact for a program. */
const templateAt = (definition: ProcessDefinition, finding: Parameters<Fixes>[1]): Template | null => {
  const setting = settingOf(definition, finding);
  const call = valueAt(definition, { ...setting, path: setting.path.slice(0, -2) });
  const block = typeof call === "object" && call !== null && "block" in call ? String(call.block) : "";
  const taken = (Object.hasOwn(blocks, block) ? blocks[block] : undefined)?.inputs[String(setting.path.at(-1))];
  const input = valueAt(definition, setting) as BlockInput | undefined;
  return taken === undefined || input === undefined
    ? null
    : templateIn(input, { type: taken.type, isExact: taken.exact === true });
};

const withField = (template: Template, written: string, meant: string): Template => {
  const said = (text: string) => text.replaceAll(written, meant);
  return isInBoth(template)
    ? { ...template, text: { en: said(template.text.en), zh: said(template.text.zh) } }
    : { ...template, template: said(template.template) };
};

/** Braces around what is no field: the field that was meant is put in. */
export const placeholder: Fixes = (definition, finding) => {
  const { written, meant = [] } = finding.detail ?? {};
  const setting = settingOf(definition, finding);
  const template = templateAt(definition, finding);
  if (written === undefined || template === null) return [];
  return meant.map((text) =>
    fix("didYouMean", setTo(setting, inputOfTemplate(withField(template, written, text))), { text }),
  );
};
