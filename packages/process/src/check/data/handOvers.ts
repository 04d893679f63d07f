import type { NodeOf } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error, warning, type Finding, type Place } from "../finding.ts";
import { meaning } from "../meaning.ts";
import { nearestName } from "../nearestName.ts";
import type { CalledProcess } from "./called.ts";
import { calledIn } from "./calledIn.ts";
import { knownVariables } from "./variables.ts";
import { canHold, variableTypeName } from "./variableTypes.ts";

type Subprocess = NodeOf<"subprocess">;
type Types = ReturnType<typeof knownVariables>;

const mismatch = (
  place: Place,
  from: { readonly key: string; readonly type: Parameters<typeof variableTypeName>[0] },
  to: typeof from,
): Finding => {
  const [given, taken] = [variableTypeName(from.type), variableTypeName(to.type)];
  return error("TYPE_MISMATCH", place, {
    en: `“${from.key}” is ${given.en}, and “${to.key}” takes ${taken.en}.`,
    zh: `“${from.key}”是${given.zh}，而“${to.key}”只接受${taken.zh}。`,
    fix: { en: "Give both the same type.", zh: "请统一两者的类型。" },
  });
};

const unknownThere = (place: Place, there: string, { name, variables }: CalledProcess): Finding =>
  error("UNKNOWN_VARIABLE", place, {
    en: `“${name.en}” has no variable “${there}”.`,
    zh: `流程“${name.zh}”没有变量“${there}”。`,
    fix: {
      en: "Name one that it has, or declare it there and publish.",
      zh: "请改用已有变量，或在该流程中声明并发布。",
    },
    ...meaning(there, nearestName(there, variables.keys())),
  });

const handedOver = (step: Subprocess, called: CalledProcess, known: Types): readonly Finding[] =>
  Object.entries(step.handOver).flatMap(([there, here]): readonly Finding[] => {
    const place = { node: step.id, path: `handOver.${there}` };
    const taken = called.variables.get(there);
    if (taken === undefined) return [unknownThere(place, there, called)];
    const type = known.get(here) ?? "any";
    return canHold(taken.type, type) ? [] : [mismatch(place, { key: here, type }, { key: there, type: taken.type })];
  });

const broughtBack = (step: Subprocess, called: CalledProcess, known: Types): readonly Finding[] =>
  Object.entries(step.bringBack).flatMap(([here, there]): readonly Finding[] => {
    const place = { node: step.id, path: `bringBack.${here}` };
    const given = called.variables.get(there);
    if (given === undefined) return [unknownThere(place, there, called)];
    const { name } = called;
    const type = step.each === undefined ? given.type : "list";
    const holder = known.get(here) ?? "any";
    const ofType = canHold(holder, type) ? [] : [mismatch(place, { key: there, type }, { key: here, type: holder })];
    if (given.set === "always" || Object.hasOwn(step.handOver, there)) return ofType;
    if (given.set === "sometimes")
      return [
        ...ofType,
        warning("VARIABLE_MAY_BE_UNSET", place, {
          en: `“${name.en}” may end without having set “${there}”.`,
          zh: `流程“${name.zh}”结束时可能尚未给“${there}”赋值。`,
          fix: { en: "Ask whether it is there before you use it.", zh: "使用前请先判断其是否有值。" },
        }),
      ];
    return [
      ...ofType,
      error("VARIABLE_NEVER_SET", place, {
        en: `“${name.en}” never sets “${there}”.`,
        zh: `流程“${name.zh}”从不给“${there}”赋值。`,
        fix: { en: "Bring back one that it sets.", zh: "请取回该流程会赋值的变量。" },
      }),
    ];
  });

const notWaitedFor = (step: Subprocess): readonly Finding[] =>
  step.wait || Object.keys(step.bringBack).length === 0
    ? []
    : [
        warning(
          "NOTHING_BROUGHT_BACK",
          { node: step.id, path: "bringBack" },
          {
            en: `“${step.name.en}” is not waited for, so it brings nothing back.`,
            zh: `不等待“${step.name.zh}”，因此取不回任何变量。`,
            fix: { en: "Wait for it, or take nothing back.", zh: "请等待其结束，或不取回变量。" },
          },
        ),
      ];

/**
 * Sub-processes that are handed a variable which does not exist here or there, bring back one that the other process does not
 * have or set, mix types, or are to bring something back and are not waited for. The other process is the version that the step
 * would take; one that the world does not know is not looked into.
 */
export const handOvers: Check = (graph, world) => {
  const calledBy = calledIn(graph, world);
  const known = knownVariables(graph, calledBy);
  return graph.steps.flatMap((step): readonly Finding[] => {
    if (step.kind !== "subprocess") return [];
    const called = calledBy(step);
    const unknown = Object.entries(step.handOver).filter(([, here]) => !known.has(here));
    return [
      ...unknown.map(([there, here]) =>
        error(
          "UNKNOWN_VARIABLE",
          { node: step.id, path: `handOver.${there}` },
          {
            en: `There is no variable “${here}”.`,
            zh: `变量“${here}”不存在。`,
            ...meaning(here, nearestName(here, known.keys())),
          },
        ),
      ),
      ...(called ? handedOver(step, called, known) : []),
      ...(called && step.wait ? broughtBack(step, called, known) : []),
      ...notWaitedFor(step),
    ];
  });
};
