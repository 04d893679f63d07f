import { fillTemplate, problem, type LocalText, type Problem, type ProblemValue } from "@sluice/problems";

/** What was put in, by the name that programs read and the label that people know, and why it is refused. */
interface RefusedInput {
  readonly field: string;
  readonly label: LocalText;
  readonly reason: string;
  /** The reason in words, after the label; `{name}` stands for a value. */
  readonly words: LocalText;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/**
 * Something refused that a person put in, with a sentence in both languages.
 *
 * @problem INPUT_INVALID - always
 */
export const inputProblem = ({ field, label, reason, words, values }: RefusedInput): Problem =>
  problem(
    "INPUT_INVALID",
    { ...values, field, reason },
    {
      sentence: {
        en: `${label.en}: ${fillTemplate(words.en, values)}.`,
        zh: `${label.zh}：${fillTemplate(words.zh, values)}。`,
      },
    },
  );
