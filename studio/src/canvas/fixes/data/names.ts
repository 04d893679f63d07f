import { findNode } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { pathOf } from "../../problems/finding.ts";
import { fix, type Fixes } from "../fix.ts";
import { isVariableNeeded } from "../needed.ts";
import { setTo, settingOf, valueAt } from "../settings.ts";
import { allOf, firstOf, misspelt, misspeltKey, takenOut } from "../written.ts";

const isNamed = (item: unknown, name: string): boolean =>
  item === name || (typeof item === "object" && item !== null && "path" in item && item.path === name);

/** A name in a list of fields, of lines of a form, or of roles is taken out of it. */
const outOfList: Fixes = (definition, finding) => {
  const name = finding.detail?.written;
  const setting = settingOf(definition, finding);
  const list = valueAt(definition, setting);
  if (name === undefined || !Array.isArray(list) || !list.some((item) => isNamed(item, name))) return [];
  const isOfPeople = list.some((item) => typeof item === "object" && item !== null && "by" in item);
  if (isOfPeople) return [];
  const left = list.filter((item) => !isNamed(item, name));
  // Evidence for no role in particular is for everybody: that is not taken for what was meant.
  if (left.length === 0 && setting.path.at(-1) === "evidence") return [];
  const isOptional = setting.path.at(-1) === "form";
  return [fix("takeOut", setTo(setting, left.length === 0 && isOptional ? undefined : left), { text: name })];
};

/** A field that a block sets by an input of its name is no longer set. */
const noLongerSet: Fixes = (definition, finding) => {
  const path = pathOf(finding);
  return path.at(-2) === "inputs" && path.at(-1) === finding.detail?.written ? takenOut(definition, finding) : [];
};

/** Keys of the fields that one input sets together. */
const misspeltAmong: Fixes = (definition, finding) => {
  const path = pathOf(finding);
  if (path.at(-1) !== "fields" || finding.detail?.written === undefined) return [];
  return misspeltKey(definition, { ...finding, path: [...path, "value", finding.detail.written] });
};

/** A field that is not there: the one that was meant, in an expression or by its name; or it is no longer spoken of. */
export const unknownField: Fixes = (definition, finding) =>
  finding.detail?.says !== undefined
    ? misspelt(definition, finding)
    : allOf(firstOf(misspelt, misspeltKey, misspeltAmong), firstOf(outOfList, noLongerSet))(definition, finding);

/** A field that was put away, and is still asked for or written. */
export const archivedField: Fixes = firstOf(outOfList, noLongerSet);

/** A role that is not there. */
export const unknownRole: Fixes = allOf(misspelt, outOfList);

const keyIsMeant: Fixes = (definition, finding) =>
  pathOf(finding).at(-1) === finding.detail?.written ? misspeltKey(definition, finding) : [];

/** What a sub-process brings back into a variable that nobody asks for any more is not brought back. */
const notBroughtBack: Fixes = (definition, finding) => {
  const [list, variable] = pathOf(finding);
  const isNeeded = list === "bringBack" && isVariableNeeded(definition, [String(variable)], finding.node ?? "");
  return isNeeded ? [] : takenOut(definition, finding);
};

/** A variable that is not there: the one that was meant, here or in the other process; else it is not handed over or brought back. */
export const unknownVariable: Fixes = (definition, finding) => {
  const [list] = pathOf(finding);
  if (list !== "handOver" && list !== "bringBack") return misspelt(definition, finding);
  return allOf(firstOf(misspelt, keyIsMeant), notBroughtBack)(definition, finding);
};

/** A variable that the other process never sets: it is not brought back. */
export const neverSet: Fixes = notBroughtBack;

/** A process that is not there: the one that was meant; a button that would start it is taken away. */
export const unknownProcess: Fixes = (definition, finding) =>
  pathOf(finding).at(-1) === "start" ? allOf(misspelt, takenOut)(definition, finding) : misspelt(definition, finding);

/** A version that was never published: the latest instead. */
export const latestVersion: Fixes = (definition, { node: id = "" }) =>
  findNode(definition, id)?.kind === "subprocess" ? [fix("takeLatest", setField(id, ["version"], "latest"))] : [];

/** Variables that nobody waits to bring back: they are waited for, or not brought back. */
export const nothingBroughtBack: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  return node?.kind === "subprocess" ? [fix("waitForIt", setField(id, ["wait"], true), { steps: [node] })] : [];
};
