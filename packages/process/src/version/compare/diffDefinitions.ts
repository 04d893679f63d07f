import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { elementsOf, type Element, type ElementKind } from "./elements.ts";

/** One setting that differs; a side that does not have it is undefined. */
export interface SettingChange {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** What became of one element. `moved`: only where it is drawn differs. `settings` is empty unless it was `changed`. */
export interface Change {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly of: ElementKind;
  readonly id: string;
  readonly settings: readonly SettingChange[];
}

/** Where something is drawn, and what other tools had written: nothing that a case could tell apart. */
const DRAWN: ReadonlySet<string> = new Set(["position", "order", "foreign", "format"]);

/** Whether a setting is only how something is drawn or kept. */
export const isOnlyDrawn = (path: string): boolean => DRAWN.has(path);

/** Whether two settings are the same; both may be left out. */
export const isSameSetting = (one: Json | undefined, other: Json | undefined): boolean =>
  one === undefined || other === undefined ? one === other : isSameJson(one, other);

/** The settings in which two elements differ, in the order of the second. */
export const changedSettings = (before: Element, after: Element): readonly SettingChange[] =>
  [...new Set([...Object.keys(after.settings), ...Object.keys(before.settings)])]
    .map((path) => ({ path, before: before.settings[path], after: after.settings[path] }))
    .filter((it) => !isSameSetting(it.before, it.after));

const changeOf = (before: Element | undefined, after: Element | undefined): readonly Change[] => {
  const one = after ?? before;
  if (one === undefined) return [];
  const { of, id } = one;
  if (before === undefined) return [{ kind: "added", of, id, settings: [] }];
  if (after === undefined) return [{ kind: "removed", of, id, settings: [] }];
  const all = changedSettings(before, after);
  const settings = all.filter(({ path }) => !isOnlyDrawn(path));
  if (settings.length > 0) return [{ kind: "changed", of, id, settings }];
  return all.length > 0 && of === "node" ? [{ kind: "moved", of, id, settings: [] }] : [];
};

/**
 * What differs between two versions of a process, element by element on their stable ids, in the order of the newer one, what is
 * gone last. Two that are drawn and set alike have no changes; in what order they list things does not matter.
 */
export const diffDefinitions = (before: ProcessDefinition, after: ProcessDefinition): readonly Change[] => {
  const [old, now] = [elementsOf(before), elementsOf(after)];
  const keys = [...now.keys(), ...[...old.keys()].filter((key) => !now.has(key))];
  return keys.flatMap((key) => {
    const [one, other] = [old.get(key), now.get(key)];
    return one && other && one.of !== other.of
      ? [...changeOf(undefined, other), ...changeOf(one, undefined)]
      : changeOf(one, other);
  });
};
