import type { Change, Condition, NodeOf, PeopleRule, Span } from "@sluice/process";
import type { useLabels } from "../../canvas/inspector/useLabels.ts";
import { findNode } from "../../canvas/model/elements.ts";
import { conditionSentence } from "../../canvas/sayings/conditionSentence.ts";
import { fieldLabel, peopleSentence, spanSentence, textIn } from "../../canvas/sayings/sayings.ts";
import { inputName, inputValue } from "../../canvas/sentences/inputWords.ts";
import { listed } from "../../text/listed.ts";
import { type Naming, stepName } from "./elementWords.ts";

type Labels = ReturnType<typeof useLabels>;
type Bag = Readonly<Record<string, unknown>>;

const OWN: ReadonlySet<string> = new Set([
  "stage",
  "in",
  "from",
  "kind",
  "recordType",
  "departmentId",
  "given",
  "steps",
]);
/** Settings of wires and moves that are called otherwise than those of steps. */
const OF_WAYS: ReadonlySet<string> = new Set(["to", "on"]);
const STEPS: ReadonlySet<string> = new Set(["stage", "in", "from", "to", "entry"]);
const FIELDS: ReadonlySet<string> = new Set(["requiredToEnter", "requiredToLeave", "watchedFields", "lockExcept"]);

const INPUTS = "inputs";
/** The longest value that is still told in a list. */
const FEW_WORDS = 120;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

/** What a setting is called; a part of one with the setting it belongs to. */
export const settingLabel = (
  { t, sayings, definition }: Naming,
  labels: Labels,
  path: string,
  { of, id }: Pick<Change, "of" | "id">,
): string => {
  const [key = "", ...rest] = path.split(".");
  const node = of === "node" ? findNode(definition, id) : null;
  const kind = node?.kind ?? of;
  const isOwn = OWN.has(key) || (OF_WAYS.has(key) && (kind === "edge" || kind === "move"));
  const setting = isOwn ? t(`setting.${key as "stage"}`) : labels.field(key, kind);
  const part = rest.join(".");
  if (part === "") return setting;
  if (key === "name") return t("setting.part", { setting, part: t(`setting.language.${part as "en"}`) });
  if (key === INPUTS && node?.kind === "action") return inputName(sayings, node.block, part).name;
  return t("setting.part", { setting, part: labels.field(part, key) });
};

const bagWords = ({ sayings, definition, t }: Naming, labels: Labels, key: string, value: Bag): string | null => {
  if ("en" in value && "zh" in value) return textIn(sayings, value as { en: string; zh: string });
  if ("amount" in value && "unit" in value) return spanSentence(sayings, value as Span);
  if ("when" in value || "rule" in value) return conditionSentence(sayings, value as Condition);
  if (isBag(value["due"])) return spanSentence(sayings, value["due"] as unknown as Span);
  if (isBag(value["condition"])) return conditionSentence(sayings, value["condition"] as Condition);
  if (isBag(value["span"])) return spanSentence(sayings, value["span"] as unknown as Span);
  if (isBag(value["after"])) return spanSentence(sayings, value["after"] as unknown as Span);
  if (value["at"] === "step" || value["at"] === "stage")
    return stepName({ sayings, definition, t }, String((value["step"] ?? value["stage"]) as string));
  const choice = value["by"] ?? value["do"] ?? value["on"] ?? value["kind"];
  return typeof choice === "string" ? labels.option(key, choice) : null;
};

/** A value in a few words; null where it is too much for a few. */
export const valueWords = (naming: Naming, labels: Labels, path: string, value: unknown): string | null => {
  const { sayings, t } = naming;
  const [key = "", part] = path.split(".");
  if (value === undefined || value === null || value === "") return t("value.none");
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return STEPS.has(key) ? stepName(naming, value) : labels.option(path, value);
  if (Array.isArray(value)) {
    if (value.length === 0) return t("value.none");
    if (value.every((rule) => isBag(rule) && typeof rule["by"] === "string"))
      return listed(
        value.map((rule) => peopleSentence(sayings, rule as PeopleRule)),
        sayings.language,
      );
    if (FIELDS.has(key))
      return listed(
        value.map((field) => fieldLabel(sayings, String(field))),
        sayings.language,
      );
    return null;
  }
  if (!isBag(value)) return null;
  if (key !== INPUTS || part === undefined) return bagWords(naming, labels, key, value);
  const words = inputValue(sayings, value as NodeOf<"action">["inputs"][string]);
  return words.length > FEW_WORDS ? null : words;
};

/** What a setting was and is; that it is another where words do not tell the two apart. */
export const turnWords = (
  naming: Naming,
  labels: Labels,
  { path, before, after }: { readonly path: string; readonly before: unknown; readonly after: unknown },
): string => {
  const [was, is] = [valueWords(naming, labels, path, before), valueWords(naming, labels, path, after)];
  return was === null || is === null || was === is
    ? naming.t("value.other")
    : naming.t("value.turned", { before: was, after: is });
};
