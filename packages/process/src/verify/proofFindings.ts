import type { LocalText } from "@sluice/problems";
import { error, warning, type Finding } from "../check/finding.ts";
import type { Control, Point } from "../definition/control.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { controlSentence, pointWords } from "./controlSentence.ts";
import { flowFindings } from "./flowFindings.ts";
import { Grounds, type ProofSettings } from "./grounds.ts";
import { prove, type Verdict } from "./prove.ts";

/** Where the last step of a counter-example stands on the canvas: the wire or move to put a gate on is there. */
const placeOf = (definition: ProcessDefinition, control: string, verdict: Verdict) => {
  const at = (definition.controls ?? []).findIndex(({ id }) => id === control);
  const last = verdict.verdict === "refuted" ? verdict.path.at(-1) : undefined;
  return { path: `controls.${at}`, ...(last ? { node: last.at } : {}) };
};

/** What would put it right, in words: the gate that is missing. */
const fixOf = (definition: ProcessDefinition, control: Control): Finding["fix"] => {
  const words = (point: Point) => pointWords(definition, point);
  switch (control.must) {
    case "neverBefore": {
      const [one, before] = [words(control.point), words(control.before[0] as Point)];
      return {
        en: `Lead every way to ${one.en} past ${before.en}, or put a guard before it.`,
        zh: `请让通往${one.zh}的每条路径先经过${before.zh}，或在其前加守卫。`,
      };
    }
    case "passes": {
      const through = words(control.through);
      return {
        en: `Ask ${through.en} on the way that leaves it out, or lock the record meanwhile.`,
        zh: `请在遗漏的路径上加入${through.zh}，或在此期间锁定记录。`,
      };
    }
    case "notSamePerson":
      return {
        en: "Set “Never approve one's own” on the step, or ask other people.",
        zh: "请在该步骤设置“任何情况不得自批”，或改由其他人处理。",
      };
    case "followedBy":
      return { en: "Lead the way on which it is left out there too.", zh: "请让遗漏的路径也到达该处。" };
    case "atMostOnce":
      return { en: "Take away the way back, or put a guard on it.", zh: "请去掉返回的路径，或在其上加守卫。" };
  }
};

const WHY_NOT = {
  states: { en: "the process has too many states", zh: "流程状态过多" },
  stopped: { en: "there was no time to look at every path", zh: "时间不足，未能检查全部路径" },
} as const;

const notProved = (
  place: ReturnType<typeof placeOf>,
  { because }: Verdict & { readonly verdict: "notProved" },
  sentence: LocalText,
): Finding =>
  warning("CONTROL_POINT_NOT_PROVED", place, {
    en: `Not proved, ${WHY_NOT[because].en}: ${sentence.en}. The door still holds everybody to it.`,
    zh: `未能证明（${WHY_NOT[because].zh}）：${sentence.zh}。运行时仍会强制执行。`,
  });

const ofVerdict = (definition: ProcessDefinition, verdict: Verdict): readonly Finding[] => {
  const control = definition.controls?.find(({ id }) => id === verdict.control);
  if (!control || verdict.verdict === "proved") return [];
  const sentence = controlSentence(definition, control);
  const place = placeOf(definition, control.id, verdict);
  const fix = fixOf(definition, control);
  if (verdict.verdict === "notProved") return [notProved(place, verdict, sentence)];
  const fails = error("CONTROL_POINT_FAILS", place, {
    en: `Not kept on every path: ${sentence.en}.`,
    zh: `并非每条路径都满足：${sentence.zh}。`,
    ...(fix ? { fix } : {}),
  });
  return [{ ...fails, example: verdict.path }];
};

/**
 * What exploring every path of a process finds: flaws of its flow, and control points that fail, each with the shortest way to
 * it, or that could not be proved. The definition has no errors of the other checks.
 */
export const proofFindings = (definition: ProcessDefinition, settings: ProofSettings): readonly Finding[] => {
  const grounds = new Grounds(definition, settings);
  return [...flowFindings(grounds), ...prove(grounds).flatMap((verdict) => ofVerdict(definition, verdict))];
};
