import { error, warning, type Finding } from "../check/finding.ts";
import type { FindingCode } from "../check/findingCodes.ts";
import type { Grounds } from "./grounds.ts";
import { soundnessOf, type Flaw, type FoundFlaw } from "./soundness.ts";

interface Said {
  readonly code: FindingCode;
  readonly isError: boolean;
  readonly en: (step: string) => string;
  readonly zh: (step: string) => string;
}

const words: Readonly<Record<Flaw, Said>> = {
  deadlock: {
    code: "STUCK_FOR_EVER",
    isError: true,
    en: (step) => `A case can come to stand at ${step} for ever: nothing can happen there any more.`,
    zh: (step) => `流程可能永远停在${step}：之后不会再发生任何事。`,
  },
  livelock: {
    code: "NEVER_ENDS",
    isError: true,
    en: (step) => `From ${step} a case goes round and round and can never end.`,
    zh: (step) => `从${step}起流程会一直循环，永远无法结束。`,
  },
  lackOfSynchronisation: {
    code: "RUNS_TWICE",
    isError: true,
    en: (step) => `${step} can stand twice at one time, and what comes after it is then done twice.`,
    zh: (step) => `${step}可能同时出现两次，其后的工作会重复执行。`,
  },
  deadStep: {
    code: "NEVER_REACHED",
    isError: false,
    en: (step) => `No case ever comes to ${step}.`,
    zh: (step) => `没有任何路径会到达${step}。`,
  },
  improperCompletion: {
    code: "CUTS_OFF_WORK",
    isError: false,
    en: (step) => `Another path can end the stage or the case while somebody still works at ${step}.`,
    zh: (step) => `${step}仍在处理时，其他路径可能使阶段或流程结束。`,
  },
};

const named = (grounds: Grounds, language: "en" | "zh", { steps }: FoundFlaw): string => {
  const names = steps.map((id) => `“${grounds.plan.nodes.get(id)?.name[language] ?? id}”`);
  return names.join(language === "en" ? ", " : "、");
};

/** The flaws of a process's flow, each with the shortest way to where it shows. A side process that only rests may be left so. */
export const flowFindings = (grounds: Grounds): readonly Finding[] =>
  soundnessOf(grounds).flaws.flatMap((flaw): readonly Finding[] => {
    const [node] = flaw.steps;
    if (node === undefined) return [];
    const { code, isError, en, zh } = words[flaw.flaw];
    const sentence = { en: en(named(grounds, "en", flaw)), zh: zh(named(grounds, "zh", flaw)) };
    const finding = (isError ? error : warning)(code, { node }, sentence);
    return [flaw.path === null ? finding : { ...finding, example: flaw.path }];
  });
