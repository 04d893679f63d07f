import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { error, type Finding } from "../finding.ts";

const duplicates = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
];

const repeated = (definition: ProcessDefinition): readonly Finding[] => {
  const ids = new Set<string>();
  const twice = new Set<string>();
  const moves = definition.nodes.flatMap((node) => (node.kind === "stage" ? node.moves : []));
  for (const { id } of [...definition.nodes, ...definition.edges, ...moves]) (ids.has(id) ? twice : ids).add(id);
  return [
    ...[...twice].map((id) =>
      error("DUPLICATE_ID", { node: id }, { en: `“${id}” stands for two things.`, zh: `“${id}”被重复使用。` }),
    ),
    ...duplicates(definition.variables.map((it) => it.key)).map((key) =>
      error(
        "DUPLICATE_KEY",
        { path: "variables" },
        { en: `Two variables are called “${key}”.`, zh: `变量“${key}”重复。`, detail: { written: key } },
      ),
    ),
    ...duplicates(definition.nodes.flatMap((node) => (node.kind === "stage" ? [node.key] : []))).map((key) =>
      error(
        "DUPLICATE_KEY",
        { path: "stages" },
        { en: `Two stages have the key “${key}”.`, zh: `阶段标识“${key}”重复。`, detail: { written: key } },
      ),
    ),
  ];
};

const starts = (definition: ProcessDefinition): readonly Finding[] => {
  const count = definition.nodes.filter((node) => node.kind === "start").length;
  if (count === 1) return [];
  const words =
    count === 0
      ? { en: "The process has no start.", zh: "流程没有开始步骤。" }
      : { en: "The process has more than one start.", zh: "流程有多个开始步骤。" };
  return [error(count === 0 ? "NO_START" : "SEVERAL_STARTS", {}, words)];
};

const wires = (definition: ProcessDefinition): readonly Finding[] => {
  const kinds = new Map(definition.nodes.map((node) => [node.id, node.kind]));
  return definition.edges.flatMap(({ id, from, to }) => {
    const found: Finding[] = [];
    const place = { edge: id };
    for (const end of [from, to])
      if (!kinds.has(end))
        found.push(
          error("WIRE_DANGLES", place, {
            en: `The wire ends at “${end}”, which is not there.`,
            zh: `连线指向不存在的“${end}”。`,
          }),
        );
    const source = kinds.get(from);
    if (source === "stage")
      found.push(
        error("WIRE_NOT_POSSIBLE", place, {
          en: "A stage is left by a move, not by a wire.",
          zh: "离开阶段应使用流转操作，而不是连线。",
        }),
      );
    if (source === "end")
      found.push(
        error("WIRE_NOT_POSSIBLE", place, { en: "Nothing comes after an end.", zh: "结束之后不能再有步骤。" }),
      );
    if (kinds.get(to) === "start")
      found.push(
        error("WIRE_NOT_POSSIBLE", place, { en: "Nothing leads back to the start.", zh: "不能连回开始步骤。" }),
      );
    return found;
  });
};

const places = (definition: ProcessDefinition): readonly Finding[] => {
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]));
  return definition.nodes.flatMap((node) => {
    if (node.kind === "start") return [];
    if (node.kind !== "stage") {
      if (nodes.get(node.stage)?.kind === "stage") return [];
      return [
        error(
          "STEP_IN_NO_STAGE",
          { node: node.id, path: "stage" },
          { en: `“${node.name.en}” lies in no stage.`, zh: `“${node.name.zh}”不在任何阶段内。` },
        ),
      ];
    }
    const entry = node.entry === undefined ? undefined : nodes.get(node.entry);
    const entryLies = entry !== undefined && "stage" in entry && entry.stage === node.id;
    return [
      ...(node.entry !== undefined && !entryLies
        ? [
            error(
              "ENTRY_NOT_IN_STAGE",
              { node: node.id, path: "entry" },
              {
                en: `The first step of “${node.name.en}” does not lie in it.`,
                zh: `“${node.name.zh}”的首个步骤不在该阶段内。`,
              },
            ),
          ]
        : []),
      ...node.moves
        .filter((move) => !nodes.has(move.to) || nodes.get(move.to)?.kind === "start")
        .map((move) =>
          error(
            "MOVE_DANGLES",
            { node: node.id, move: move.id, path: "to" },
            { en: `“${move.name.en}” leads nowhere.`, zh: `“${move.name.zh}”没有去向。` },
          ),
        ),
    ];
  });
};

/** What keeps a graph from being one: ids used twice, ends that are not there, steps outside stages. All at once. */
export const problemsOfWholeness = (definition: ProcessDefinition): readonly Finding[] => [
  ...repeated(definition),
  ...starts(definition),
  ...wires(definition),
  ...places(definition),
];
