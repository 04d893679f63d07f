import { milestoneNames } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import type { Act, Control, Point } from "../definition/control.ts";
import { outcomeNamed } from "../definition/outcomeNamed.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Span } from "../definition/time.ts";

const quoted = ({ en, zh }: LocalText): LocalText => ({ en: `“${en}”`, zh: `“${zh}”` });

const OUTCOMES: Readonly<Record<string, LocalText>> = {
  approved: { en: "approved", zh: "同意" },
  rejected: { en: "rejected", zh: "拒绝" },
  withdrawn: { en: "withdrawn", zh: "撤回" },
  sentBack: { en: "sent back", zh: "退回" },
};

const nameOf = (definition: ProcessDefinition, id: string): LocalText =>
  definition.nodes.find((node) => node.id === id)?.name ?? { en: id, zh: id };

const outcomeName = (definition: ProcessDefinition, { step, outcome = "" }: Point & { at: "step" }): LocalText => {
  const node = definition.nodes.find(({ id }) => id === step);
  return outcomeNamed(node, outcome) ?? OUTCOMES[outcome] ?? { en: outcome, zh: outcome };
};

/** A moment in words: the stage or step by its name, a milestone by its name, or its key where it has none. */
export const pointWords = (definition: ProcessDefinition, point: Act): LocalText => {
  switch (point.at) {
    case "initiator":
      return { en: "the start", zh: "发起" };
    case "milestone":
      return quoted(milestoneNames[point.milestone] ?? { en: point.milestone, zh: point.milestone });
    case "stage":
      return quoted(nameOf(definition, point.stage));
    case "step": {
      const name = quoted(nameOf(definition, point.step));
      if (point.outcome === undefined) return name;
      const outcome = outcomeName(definition, point);
      return { en: `${name.en} ${outcome.en}`, zh: `${name.zh}${outcome.zh}` };
    }
  }
};

const UNITS: Readonly<Record<Span["unit"], LocalText>> = {
  second: { en: "s", zh: "秒" },
  minute: { en: "min", zh: "分钟" },
  hour: { en: "h", zh: "小时" },
  day: { en: "d", zh: "天" },
  week: { en: "w", zh: "周" },
};

const or = (words: readonly LocalText[]): LocalText => ({
  en: words.map(({ en }) => en).join(" or "),
  zh: words.map(({ zh }) => zh).join("或"),
});

const asWritten = (when: string): LocalText => ({ en: when, zh: when });

/**
 * A control point as the sentence that admins wrote it as, in both languages. Its condition stands as it is written, unless
 * whoever asks has words for it.
 */
export const controlSentence = (
  definition: ProcessDefinition,
  control: Control,
  conditionWords: (when: string) => LocalText = asWritten,
): LocalText => {
  const words = (point: Act): LocalText => pointWords(definition, point);
  const any = (points: readonly Point[]): LocalText => or(points.map(words));
  switch (control.must) {
    case "neverBefore": {
      const [one, before] = [words(control.point), any(control.before)];
      return { en: `${one.en} never before ${before.en}`, zh: `${before.zh}之前不得${one.zh}` };
    }
    case "followedBy": {
      const [one, by] = [words(control.point), any(control.by)];
      const { within } = control;
      const time = within && {
        en: ` within ${within.amount} ${UNITS[within.unit].en}`,
        zh: `${within.amount}${UNITS[within.unit].zh}内`,
      };
      return {
        en: `${one.en} is always followed by ${by.en}${time?.en ?? ""}`,
        zh: `${one.zh}之后${time?.zh ?? ""}必有${by.zh}`,
      };
    }
    case "atMostOnce": {
      const one = words(control.point);
      return { en: `${one.en} at most once`, zh: `${one.zh}至多一次` };
    }
    case "notSamePerson": {
      const [one, other] = [words(control.point), words(control.other)];
      return { en: `${one.en} and ${other.en} never by the same person`, zh: `${one.zh}与${other.zh}不得为同一人` };
    }
    case "passes": {
      const [through, before] = [words(control.through), words(control.before)];
      const always = { en: `always ${through.en} before ${before.en}`, zh: `${before.zh}之前必经${through.zh}` };
      if (control.when.trim() === "true") return always;
      const when = conditionWords(control.when);
      return { en: `where ${when.en}, ${always.en}`, zh: `当${when.zh}时，${always.zh}` };
    }
  }
};
