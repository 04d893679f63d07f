import type { LocalText } from "@sluice/problems";
import type { Check } from "../check.ts";
import { warning, type Finding } from "../finding.ts";
import type { CalledVariable, Caller } from "./called.ts";
import { calledProcess } from "./calledVariables.ts";
import { canHold } from "./variableTypes.ts";

type Harm = "unknown" | "never" | "type";

const WORDS: { readonly [H in Harm]: (variable: string, names: LocalText) => LocalText } = {
  unknown: (variable, { en, zh }) => ({
    en: `There is no variable “${variable}” that other processes hand over or bring back: ${en}.`,
    zh: `没有变量“${variable}”，而其他流程会传入或取回它：${zh}。`,
  }),
  never: (variable, { en, zh }) => ({
    en: `“${variable}” is never set, and other processes bring it back: ${en}.`,
    zh: `“${variable}”从未赋值，而其他流程会取回它：${zh}。`,
  }),
  type: (variable, { en, zh }) => ({
    en: `“${variable}” is of another type than other processes expect: ${en}.`,
    zh: `“${variable}”的类型与其他流程所需不符：${zh}。`,
  }),
};

/** What a caller's step would find wrong with the variables of the process that it calls, each with what is wrong. */
const harmsTo = (
  { variables }: Caller,
  { handOver, bringBack, each, wait }: Caller["calls"][number],
  inside: ReadonlyMap<string, CalledVariable>,
): readonly (readonly [string, Harm])[] => {
  const typeHere = (key: string) => variables.find((it) => it.key === key)?.type ?? "any";
  const handed = Object.entries(handOver).flatMap(([there, here]): readonly (readonly [string, Harm])[] => {
    const taken = inside.get(there);
    if (taken === undefined) return [[there, "unknown"]];
    return canHold(taken.type, typeHere(here)) ? [] : [[there, "type"]];
  });
  const brought = Object.entries(wait ? bringBack : {}).flatMap(
    ([here, there]): readonly (readonly [string, Harm])[] => {
      const given = inside.get(there);
      if (given === undefined) return [[there, "unknown"]];
      if (given.set === "never" && !Object.hasOwn(handOver, there)) return [[there, "never"]];
      return canHold(typeHere(here), each === undefined ? given.type : "list") ? [] : [[there, "type"]];
    },
  );
  return [...handed, ...brought];
};

const listed = (names: readonly LocalText[]): LocalText => ({
  en: names.map(({ en }) => `“${en}”`).join(", "),
  zh: names.map(({ zh }) => `“${zh}”`).join("、"),
});

/** What published processes hand over to this one or bring back from it, and it does not know, set, or have of their type any more. */
export const callers: Check = ({ definition }, { callers: known = [] }): readonly Finding[] => {
  const others = known.filter(({ calls }) => calls.length > 0);
  if (others.length === 0) return [];
  const { variables } = calledProcess(definition);
  const harmed = new Map<string, { readonly variable: string; readonly harm: Harm; readonly names: LocalText[] }>();
  for (const caller of others)
    for (const [variable, harm] of caller.calls.flatMap((call) => harmsTo(caller, call, variables))) {
      const found = harmed.get(`${harm} ${variable}`) ?? { variable, harm, names: [] };
      if (!found.names.includes(caller.name)) found.names.push(caller.name);
      harmed.set(`${harm} ${variable}`, found);
    }
  return [...harmed.values()].map(({ variable, harm, names }) => {
    const words = WORDS[harm](variable, listed(names));
    return warning(
      "CALLERS_LET_DOWN",
      { path: "variables" },
      {
        ...words,
        fix: { en: "Keep it, or change and publish them too.", zh: "请保留该变量，或同时修改并发布这些流程。" },
      },
    );
  });
};
