import type { Edge } from "../../definition/edge.ts";
import type { Node } from "../../definition/node.ts";
import { outcomeNamed } from "../../definition/outcomeNamed.ts";
import type { Check } from "../check.ts";
import { error, warning, type Finding } from "../finding.ts";
import type { Graph } from "../graph.ts";
import { meaning } from "../meaning.ts";
import { nearestName } from "../nearestName.ts";

type Kind = Edge["on"]["kind"];

/** A wire by which its step is never left. */
export const neverTaken = (edge: Edge, from: Node): Finding =>
  error(
    "WIRE_NEVER_TAKEN",
    { edge: edge.id, path: "on" },
    { en: `“${from.name.en}” is never left by this wire.`, zh: `“${from.name.zh}”不会经由此连线离开。` },
  );

const PLAIN: readonly Kind[] = ["next", "default"];

const possible: { readonly [K in Node["kind"]]: readonly Kind[] } = {
  start: ["next"],
  stage: [],
  end: [],
  task: [...PLAIN, "outcome", "timeout", "escalation", "error"],
  approval: [...PLAIN, "outcome", "timeout", "escalation", "error"],
  cc: [...PLAIN, "error"],
  guard: [...PLAIN, "error"],
  branch: [...PLAIN, "when", "error"],
  parallel: [...PLAIN, "when", "error"],
  join: PLAIN,
  timer: [...PLAIN, "error"],
  message: [...PLAIN, "timeout", "error"],
  race: [...PLAIN, "outcome", "error"],
  action: [...PLAIN, "error"],
  assign: [...PLAIN, "error"],
  subprocess: [...PLAIN, "outcome", "error"],
};

/** Wires that leave a step in a way it cannot be left. An error wire is told of by what the step says of errors. */
export const impossibleWires: Check = (graph) =>
  graph.definition.edges.flatMap((edge) => {
    const from = graph.nodes.get(edge.from);
    if (!from || possible[from.kind].includes(edge.on.kind)) return [];
    return [neverTaken(edge, from)];
  });

const sameExit = (edge: Edge): string | null =>
  edge.on.kind === "when" ? null : edge.on.kind === "outcome" ? `outcome ${edge.on.outcome}` : edge.on.kind;

/** Two wires for one exit: only the first would be taken, which nobody sees in the picture. */
export const implicitSplits: Check = (graph) =>
  graph.definition.nodes
    .filter((node) => node.kind !== "parallel")
    .flatMap((node) => {
      const exits = graph.out(node.id).map(sameExit);
      const twice = exits.some((exit, index) => exit !== null && exits.indexOf(exit) !== index);
      return twice
        ? [
            error(
              "IMPLICIT_SPLIT",
              { node: node.id },
              {
                en: `Two wires leave “${node.name.en}” the same way.`,
                zh: `“${node.name.zh}”有两条相同条件的出线。`,
                fix: { en: "Put a parallel split or a branch between.", zh: "请在中间加入并行或分支步骤。" },
              },
            ),
          ]
        : [];
    });

/** Branches and splits that may find no way on. */
export const missingDefaults: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "branch" && step.kind !== "parallel") return [];
    const kinds = graph.out(step.id).map((edge) => edge.on.kind);
    if (kinds.some((kind) => kind === "next" || kind === "default")) return [];
    return [
      error(
        "MISSING_DEFAULT",
        { node: step.id },
        {
          en: `“${step.name.en}” has no way for all other cases.`,
          zh: `“${step.name.zh}”缺少默认分支。`,
          fix: { en: "Make one wire the default.", zh: "请将一条连线设为默认。" },
        },
      ),
    ];
  });

const exitsOf = (node: Node): readonly string[] => {
  switch (node.kind) {
    case "task":
      return node.outcomes.map((outcome) => outcome.key);
    case "approval":
      return ["approved", "rejected", ...(node.withdraw === "never" ? [] : ["withdrawn"])];
    case "race":
      return node.runners.map((runner) => runner.key);
    default:
      return [];
  }
};

const FALLS_THROUGH: ReadonlySet<string> = new Set(["rejected", "withdrawn"]);

type Name = { readonly en: string; readonly zh: string };

const VERDICTS: Readonly<Record<string, Name>> = {
  approved: { en: "Approved", zh: "已同意" },
  rejected: { en: "Rejected", zh: "已拒绝" },
  withdrawn: { en: "Withdrawn", zh: "已撤回" },
};

/** What people call an outcome of a step: its own name where it was given one. */
const outcomeName = (node: Node, key: string): Name => {
  return outcomeNamed(node, key) ?? (node.kind === "approval" ? VERDICTS[key] : undefined) ?? { en: key, zh: key };
};

const ofOutcomes = (graph: Graph, node: Node): readonly Finding[] => {
  const wires = graph.out(node.id);
  const known = exitsOf(node);
  const drawn = wires.flatMap((edge) => (edge.on.kind === "outcome" ? [{ edge, outcome: edge.on.outcome }] : []));
  const plain = wires.some((edge) => edge.on.kind === "next" || edge.on.kind === "default");
  const allowed = node.kind === "approval" ? [...known, "sentBack"] : known;
  const unknown = known.length === 0 ? [] : drawn.filter(({ outcome }) => !allowed.includes(outcome));
  const free = known.filter((outcome) => !drawn.some((it) => it.outcome === outcome));
  const open =
    wires.length === 0
      ? []
      : known.filter(
          (outcome) =>
            !drawn.some((it) => it.outcome === outcome) &&
            !(plain && !(node.kind === "approval" && FALLS_THROUGH.has(outcome))),
        );
  return [
    ...unknown.map(({ edge, outcome }) =>
      error(
        "OUTCOME_UNKNOWN",
        { edge: edge.id, path: "on.outcome" },
        {
          en: `“${node.name.en}” has no outcome “${outcome}”.`,
          zh: `“${node.name.zh}”没有“${outcome}”这一结果。`,
          ...meaning(outcome, nearestName(outcome, free) ?? (free.length === 1 ? (free[0] ?? null) : null)),
        },
      ),
    ),
    ...open.map((outcome) =>
      warning(
        "OUTCOME_WITHOUT_WIRE",
        { node: node.id },
        {
          en: `After “${outcomeName(node, outcome).en}” the work of “${node.name.en}” stops.`,
          zh: `“${node.name.zh}”在“${outcomeName(node, outcome).zh}”之后没有去向。`,
          detail: { written: outcome },
        },
      ),
    ),
  ];
};

/** Outcomes that no wire takes, and wires for outcomes that are not there. */
export const outcomes: Check = (graph) => graph.steps.flatMap((step) => ofOutcomes(graph, step));

const hasTimeout = (graph: Graph, id: string): boolean => graph.out(id).some((edge) => edge.on.kind === "timeout");

/** Times that run out into nothing, and wires for times that nobody set. */
export const timeouts: Check = (graph) =>
  graph.steps.flatMap((step) => {
    const words = {
      en: `Nobody said when the time of “${step.name.en}” is up.`,
      zh: `“${step.name.zh}”没有设置时限。`,
    };
    if (step.kind === "message") {
      if (step.giveUpAfter && !hasTimeout(graph, step.id))
        return [
          error(
            "TIMEOUT_WITHOUT_WIRE",
            { node: step.id },
            { en: `When “${step.name.en}” gives up, nothing goes on.`, zh: `“${step.name.zh}”超时后没有去向。` },
          ),
        ];
      return !step.giveUpAfter && hasTimeout(graph, step.id)
        ? [warning("TIMEOUT_NEVER", { node: step.id, path: "giveUpAfter" }, words)]
        : [];
    }
    if (step.kind !== "task" && step.kind !== "approval") return [];
    const escalates = step.sla?.ladder.some((rung) => rung.action.do === "branch") ?? false;
    const wired = graph.out(step.id).some((edge) => edge.on.kind === "escalation");
    return [
      ...(hasTimeout(graph, step.id) && !step.sla
        ? [warning("TIMEOUT_NEVER", { node: step.id, path: "sla" }, words)]
        : []),
      ...(escalates && !wired
        ? [
            error(
              "ESCALATION_WITHOUT_WIRE",
              { node: step.id, path: "sla.ladder" },
              {
                en: `“${step.name.en}” escalates along a wire that is not drawn.`,
                zh: `“${step.name.zh}”缺少升级连线。`,
              },
            ),
          ]
        : []),
    ];
  });
