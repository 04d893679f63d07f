import { getAt } from "../model/setAt.ts";
import { setField } from "../model/setField.ts";
import { fix, type Fixes } from "./fix.ts";
import { setTo, settingOf, valueAt } from "./settings.ts";

/** A part of a definition with every text that is this one made another; the part itself where none is. */
const rewritten = (part: unknown, written: string, meant: string): unknown => {
  if (part === written) return meant;
  if (Array.isArray(part)) {
    const items = part.map((item: unknown) => rewritten(item, written, meant));
    return items.every((item, index) => item === part[index]) ? part : items;
  }
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([key, value]) => [key, value, rewritten(value, written, meant)] as const);
  return entries.every(([, before, after]) => before === after)
    ? part
    : Object.fromEntries(entries.map(([key, , after]) => [key, after]));
};

/** An object with one of its keys under another name, in its old place. */
export const renamedKey = (part: object, written: string, meant: string): object =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => [key === written ? meant : key, value as unknown]));

/** What is written at the place of a finding is made what was meant. */
const meantAt =
  (does: "write" | "countEmpty" | "didYouMean" | "nameIt"): Fixes =>
  (definition, finding) => {
    const { written, meant = [], says } = finding.detail ?? {};
    if (written === undefined) return [];
    const setting = settingOf(definition, finding);
    const before = valueAt(definition, setting);
    return meant.map((text) => {
      const after = rewritten(before, written, text);
      return after === before ? null : fix(does, setTo(setting, after), { text: says ?? text });
    });
  };

/** A text that should be written otherwise. */
export const written: Fixes = meantAt("write");

/** What may be empty counts as a value then: a condition that could not be answered before is answered from now on. */
export const countEmpty: Fixes = meantAt("countEmpty");

/** A name that stands for nothing, and is near one that does. */
export const misspelt: Fixes = meantAt("didYouMean");

/** A name that is taken: another. */
export const namedAnew: Fixes = meantAt("nameIt");

/** A name that is the key of what stands at the place of a finding. */
export const misspeltKey: Fixes = (definition, finding) => {
  const { written: name, meant = [] } = finding.detail ?? {};
  const { element, path } = settingOf(definition, finding);
  const parent = path.slice(0, -1);
  const whole = valueAt(definition, { element, path: parent });
  if (name === undefined || typeof whole !== "object" || whole === null || getAt(whole, [name]) === undefined)
    return [];
  return meant.map((text) =>
    text in whole ? null : fix("didYouMean", setField(element, parent, renamedKey(whole, name, text)), { text }),
  );
};

/** What stands at the place of a finding is taken out. */
export const takenOut: Fixes = (definition, finding) => {
  const setting = settingOf(definition, finding);
  return setting.path.length === 0 || valueAt(definition, setting) === undefined
    ? []
    : [fix("takeOut", setTo(setting, undefined), { text: finding.detail?.written ?? "" })];
};

/** The first that has something to offer. */
export const firstOf =
  (...all: readonly Fixes[]): Fixes =>
  (definition, finding) =>
    all.map((fixes) => fixes(definition, finding).filter((it) => it !== null)).find((found) => found.length > 0) ?? [];

/** Everything that each of them offers. */
export const allOf =
  (...all: readonly Fixes[]): Fixes =>
  (definition, finding) =>
    all.flatMap((fixes) => fixes(definition, finding));
