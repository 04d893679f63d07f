import type { BlockCall } from "../../definition/blockCall.ts";
import { rulesWithin, type PeopleRule } from "../../definition/people.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { Check } from "../check.ts";
import type { CheckWorld } from "../checkWorld.ts";
import { error, type Finding, type Place } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";
import type { Graph } from "../graph.ts";
import { meaning } from "../meaning.ts";
import { nearestName } from "../nearestName.ts";
import { blockCalls, placeOfUse } from "./blockCalls.ts";
import { meantPath } from "./meantPath.ts";
import { changedByBlock } from "./writtenPaths.ts";

interface Named {
  readonly name: string;
  readonly place: Place;
}

const peopleRules = (graph: Graph): readonly { readonly rule: PeopleRule; readonly place: Place }[] => [
  ...graph.steps.flatMap((step) => {
    const own =
      "who" in step ? rulesWithin(step.who).map((rule) => ({ rule, place: { node: step.id, path: "who" } })) : [];
    const ladder = "sla" in step ? (step.sla?.ladder ?? []) : [];
    return [
      ...own,
      ...ladder.flatMap((rung, index) =>
        rung.action.do === "addSigner"
          ? rulesWithin(rung.action.who).map((rule) => ({
              rule,
              place: { node: step.id, path: `sla.ladder.${index}` },
            }))
          : [],
      ),
    ];
  }),
  ...graph.stages.flatMap(({ id, owner = [] }) => owner.map((rule) => ({ rule, place: { node: id, path: "owner" } }))),
  ...graph.definition.nodes.flatMap(({ id, permissions }) =>
    rulesWithin(permissions?.intervene ?? []).map((rule) => ({
      rule,
      place: { node: id, path: "permissions.intervene" },
    })),
  ),
  ...graph.moves.flatMap(({ stage, move }) =>
    move.trigger.by === "person"
      ? rulesWithin(move.trigger.who).map((rule) => ({
          rule,
          place: { node: stage.id, move: move.id, path: "trigger.who" },
        }))
      : [],
  ),
];

const domainRules = (graph: Graph): readonly Named[] => [
  ...graph.moves.flatMap(({ stage, move }) => {
    const conditions = [move.guard?.condition, move.trigger.by === "condition" ? move.trigger.condition : undefined];
    return conditions.flatMap((condition) =>
      condition && "rule" in condition ? [{ name: condition.rule, place: { node: stage.id, move: move.id } }] : [],
    );
  }),
  ...graph.steps.flatMap((step) =>
    step.kind === "guard" && "rule" in step.guard.condition
      ? [{ name: step.guard.condition.rule, place: { node: step.id, path: "guard.condition" } }]
      : [],
  ),
];

const processes = (graph: Graph): readonly Named[] => [
  ...graph.steps.flatMap((step) =>
    step.kind === "subprocess" ? [{ name: step.process, place: { node: step.id, path: "process" } }] : [],
  ),
  ...blockCalls(graph).flatMap((use) => {
    const input = use.call.block === "openChild" ? use.call.inputs["process"] : undefined;
    return input && "value" in input && typeof input.value === "string"
      ? [{ name: input.value, place: placeOfUse(use, "inputs.process") }]
      : [];
  }),
  ...graph.moves.flatMap(({ stage, move }) =>
    move.guard?.start
      ? [{ name: move.guard.start, place: { node: stage.id, move: move.id, path: "guard.start" } }]
      : [],
  ),
  ...graph.steps.flatMap((step) =>
    step.kind === "guard" && step.guard.start
      ? [{ name: step.guard.start, place: { node: step.id, path: "guard.start" } }]
      : [],
  ),
];

/** Sub-processes pinned to a version that was never published. */
const unknownVersions = (graph: Graph, { versions = {} }: CheckWorld): readonly Finding[] =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "subprocess" || step.version === "latest" || !Object.hasOwn(versions, step.process)) return [];
    if (versions[step.process]?.includes(step.version)) return [];
    return [
      error(
        "UNKNOWN_PROCESS_VERSION",
        { node: step.id, path: "version" },
        {
          en: `“${step.process}” has no version ${step.version}.`,
          zh: `流程“${step.process}”没有版本${step.version}。`,
          fix: { en: "Take the latest, or a version that was published.", zh: "请选择最新版本或已发布的版本。" },
        },
      ),
    ];
  });

const missing = (
  named: readonly Named[],
  known: readonly string[] | undefined,
  code: FindingCode,
  en: string,
  zh: string,
): readonly Finding[] =>
  known === undefined
    ? []
    : named
        .filter(({ name }) => !known.includes(name))
        .map(({ name, place }) =>
          error(code, place, {
            en: `There is no ${en} “${name}”.`,
            zh: `${zh}“${name}”不存在。`,
            ...meaning(name, nearestName(name, known)),
          }),
        );

/** Roles, posts, rules and processes that are not there. */
export const unknownNames: Check = (graph, world) => {
  const rules = peopleRules(graph);
  return [
    ...missing(
      [
        ...rules.flatMap(({ rule, place }) =>
          "role" in rule && rule.role !== undefined ? [{ name: rule.role, place }] : [],
        ),
        ...graph.definition.nodes.flatMap(({ id, permissions }) =>
          (permissions?.evidence ?? []).map((name) => ({ name, place: { node: id, path: "permissions.evidence" } })),
        ),
      ],
      world.roles,
      "UNKNOWN_ROLE",
      "role",
      "角色",
    ),
    ...missing(
      rules.flatMap(({ rule, place }) =>
        "post" in rule && rule.post !== undefined ? [{ name: rule.post, place }] : [],
      ),
      world.posts,
      "UNKNOWN_POST",
      "post",
      "岗位",
    ),
    ...missing(domainRules(graph), world.rules, "UNKNOWN_RULE", "rule", "规则"),
    ...missing(processes(graph), world.processes, "UNKNOWN_PROCESS", "published process", "已发布流程"),
    ...unknownVersions(graph, world),
  ];
};

/** The setting of a use that names a field it changes. */
const placeOfChange = ({ block, inputs }: BlockCall, field: string): string =>
  `inputs.${block === "setFields" ? (field in inputs ? field : "fields") : block === "linkRecord" ? "field" : "person"}`;

/** Every field that a definition names outside of expressions, with where. */
export const pathsNamed = (graph: Graph): readonly Named[] => [
  ...graph.stages.flatMap((stage) => [
    ...stage.requiredToEnter.map((name) => ({ name, place: { node: stage.id, path: "requiredToEnter" } })),
    ...stage.requiredToLeave.map((name) => ({ name, place: { node: stage.id, path: "requiredToLeave" } })),
    ...stage.moves.flatMap((move) => [
      ...(move.form ?? []).map((field) => ({
        name: field.path,
        place: { node: stage.id, move: move.id, path: "form" },
      })),
      ...(move.trigger.by === "timerAt"
        ? [{ name: move.trigger.path, place: { node: stage.id, move: move.id, path: "trigger.path" } }]
        : []),
    ]),
  ]),
  ...graph.steps.flatMap((step) => [
    ...("form" in step ? (step.form ?? []) : []).map((field) => ({
      name: field.path,
      place: { node: step.id, path: "form" },
    })),
    ...(step.kind === "approval"
      ? step.watchedFields.map((name) => ({ name, place: { node: step.id, path: "watchedFields" } }))
      : []),
    ...(step.kind === "timer" && step.wait.until === "field"
      ? [{ name: step.wait.path, place: { node: step.id, path: "wait.path" } }]
      : []),
  ]),
  ...peopleRules(graph).flatMap(({ rule, place }) => ("path" in rule ? [{ name: rule.path, place }] : [])),
  ...blockCalls(graph).flatMap((use) =>
    changedByBlock(use.call).map((name) => ({ name, place: placeOfUse(use, placeOfChange(use.call, name)) })),
  ),
];

/** Fields named in forms, requirements, dates and people rules that the record does not have, or has no more. */
export const unknownFields: Check = (graph, { schemas }) => {
  const { recordType } = graph.definition;
  if (!schemas) return [];
  if (!schemas[recordType])
    return [
      error(
        "UNKNOWN_RECORD_TYPE",
        { path: "recordType" },
        {
          en: `There is no record type “${recordType}”.`,
          zh: `记录类型“${recordType}”不存在。`,
          ...meaning(recordType, nearestName(recordType, Object.keys(schemas))),
        },
      ),
    ];
  return pathsNamed(graph).flatMap(({ name, place }) => {
    const field = fieldAt(schemas, recordType, name);
    if (field === null)
      return [
        error("UNKNOWN_FIELD", place, {
          en: `There is no field “${name}”.`,
          zh: `字段“${name}”不存在。`,
          ...meaning(name, meantPath(schemas, recordType, name)?.path ?? null),
        }),
      ];
    if (field === "any" || field.archived !== true) return [];
    const { en, zh } = field.label;
    return [
      error("FIELD_ARCHIVED", place, {
        en: `“${en}” was put away: it can no longer be filled in or asked for.`,
        zh: `“${zh}”已停用，不能再填写或要求填写。`,
        detail: { written: name },
      }),
    ];
  });
};
