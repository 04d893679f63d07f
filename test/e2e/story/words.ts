import { findRecordSchema } from "@sluice/domain";
import type { Language, LocalText } from "@sluice/problems";
import { templateOf } from "@sluice/templates";
import { shippedRoles } from "../../../packages/records/src/seed/shippedRoles.ts";
import { en } from "../../../studio/src/i18n/en/index.ts";
import { zh } from "../../../studio/src/i18n/zh/index.ts";

/** What somebody who reads one language looks for on the screens: never a literal, always the product's own word. */
export interface Words {
  readonly language: Language;
  /** A text of the studio by its area and key (`inbox.approve`), its places filled. */
  say(key: string, places?: Readonly<Record<string, string | number>>): string;
  /** The same as a pattern, a place without a value standing for anything. */
  like(key: string, places?: Readonly<Record<string, string | number>>): RegExp;
  /** What a step, a stage or a move of a shipped process is called. */
  step(process: string, id: string): string;
  /** What a shipped process is called. */
  process(process: string): string;
  /** What an outcome of a task is called. */
  outcome(process: string, step: string, key: string): string;
  /** The label of a field; `lines.quantity` is a column of its lines. */
  field(recordType: string, path: string): string;
  role(key: keyof typeof shippedRoles): string;
}

const textAt = (texts: unknown, key: string): string => {
  const found = key.split(".").reduce<unknown>((at, part) => (Object(at) as Record<string, unknown>)[part], texts);
  if (typeof found !== "string") throw new Error(`the studio has no text ${key}`);
  return found;
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const namesIn = (process: string): ReadonlyMap<string, LocalText> =>
  new Map(
    templateOf(process).nodes.flatMap((node) => [
      [node.id, node.name] as const,
      ...(node.kind === "stage" ? node.moves.map((move) => [move.id, move.name] as const) : []),
    ]),
  );

/** The words of the studio, the shipped processes and the record types in one language. */
export const wordsIn = (language: Language): Words => {
  const texts = { en, zh }[language];
  const known = (text: LocalText | undefined, what: string): string => {
    if (text === undefined) throw new Error(`nothing is called ${what}`);
    return text[language];
  };
  return {
    language,
    say: (key, places = {}) =>
      textAt(texts, key).replaceAll(/\{\{(\w+)\}\}/g, (place, name: string) => String(places[name] ?? place)),
    like: (key, places = {}) =>
      new RegExp(
        textAt(texts, key)
          .split(/(\{\{\w+\}\})/)
          .map((part) => {
            const name = /^\{\{(\w+)\}\}$/.exec(part)?.[1];
            return name === undefined ? escaped(part) : name in places ? escaped(String(places[name])) : ".+";
          })
          .join(""),
      ),
    step: (process, id) => known(namesIn(process).get(id), `${process}/${id}`),
    process: (process) => known(templateOf(process).name, process),
    outcome: (process, step, key) => {
      const node = templateOf(process).nodes.find((it) => it.id === step);
      const outcomes = node?.kind === "task" ? node.outcomes : [];
      return known(outcomes.find((it) => it.key === key)?.name, `${process}/${step}/${key}`);
    },
    field: (recordType, path) => {
      const [first = "", column] = path.split(".");
      const field = findRecordSchema(recordType)?.fields[first];
      return known(column === undefined ? field?.label : field?.lineFields?.[column]?.label, `${recordType}.${path}`);
    },
    role: (key) => shippedRoles[key][language],
  };
};
