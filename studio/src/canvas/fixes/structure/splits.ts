import type { Edge, ProcessDefinition, Step } from "@sluice/process";
import { addStep } from "../../model/addStep.ts";
import { deleteElements } from "../../model/deleteElements.ts";
import type { Edit } from "../../model/edited.ts";
import { findEdge, findNode, isStep, stageIdOf, takenIds } from "../../model/elements.ts";
import { freshId } from "../../model/freshId.ts";
import { nextCondition } from "../../model/nextCondition.ts";
import { setField } from "../../model/setField.ts";
import { nameOfKind } from "../../palette/kinds.ts";
import { fix, type Fixes, type PressableFix } from "../fix.ts";
import { isLedTo, unlessCutsOff } from "../reached.ts";

/** All steps of one stage that work comes to from these, up to the joins where it waits for others. */
const reachedBefore = (definition: ProcessDefinition, from: readonly string[], stage: string): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = findNode(definition, id);
    if (seen.has(id) || node === null || !isStep(node) || node.stage !== stage || node.kind === "join") continue;
    seen.add(id);
    for (const edge of definition.edges) if (edge.from === id) open.push(edge.to);
  }
  return seen;
};

/** A new wire, and its id taken. */
const wired = (taken: Set<string>, { from, to, on }: Omit<Edge, "id">): Edge => ({
  id: freshId(taken, `${from}-${to}`.slice(0, 50)),
  from,
  to,
  on,
});

/** Wires are led into a new step of a stage, and that one to where they went. */
const ledThrough =
  (
    kind: "join" | "parallel",
    stage: string,
    change: (edges: readonly Edge[], id: string, taken: Set<string>) => Edge[],
  ): Edit =>
  (definition) => {
    const added = addStep({ kind, name: nameOfKind(kind), stage })(definition);
    const [id = ""] = added.select ?? [];
    const edges = change(definition.edges, id, takenIds(added.definition));
    return { definition: { ...added.definition, edges }, select: [id] };
  };

/** Everything that work comes to from a step of a stage without leaving it or taking a way back that is bounded. */
const beyond = (definition: ProcessDefinition, step: Step): ReadonlySet<string> => {
  const seen = new Set<string>();
  const open = [step.id];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const { from, to, maxVisits } of definition.edges) {
      const node = from === id && maxVisits === undefined && !seen.has(to) ? findNode(definition, to) : null;
      if (node === null || stageIdOf(node) !== step.stage) continue;
      seen.add(to);
      open.push(to);
    }
  return seen;
};

/** Paths that meet without a join: they come together in one first. Ways back do not. */
export const joinBefore: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  if (node === null || !isStep(node) || node.kind === "join") return [];
  const later = beyond(definition, node);
  const meets = ({ from, to, maxVisits }: Edge): boolean => {
    const source = findNode(definition, from);
    const isBack = maxVisits !== undefined || later.has(from);
    return to === id && source !== null && stageIdOf(source) === node.stage && !isBack;
  };
  if (definition.edges.filter(meets).length < 2) return [];
  const edit = ledThrough("join", node.stage, (edges, join, taken) => [
    ...edges.map((edge) => (meets(edge) ? { ...edge, to: join } : edge)),
    wired(taken, { from: join, to: id, on: { kind: "next" } }),
  ]);
  return [unlessCutsOff(definition, fix("joinBefore", edit, { steps: [node] }))];
};

/** A join that can wait for ever: it lets the first path through, which cancels the others. */
export const waitForFirst: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  return node?.kind === "join"
    ? [fix("waitForFirst", setField(id, ["wait"], { for: "first" }), { steps: [node] })]
    : [];
};

const exitOf = ({ on }: Edge): string | null =>
  on.kind === "when" ? null : on.kind === "outcome" ? `outcome ${on.outcome}` : on.kind;

/** The wires that leave a step the same way as an earlier one does, with that one first. */
const sameWires = (definition: ProcessDefinition, from: string): readonly Edge[] => {
  const out = definition.edges.filter((edge) => edge.from === from);
  const groups = out.map((edge) => out.filter((other) => exitOf(edge) !== null && exitOf(other) === exitOf(edge)));
  return groups.find((group) => group.length > 1) ?? [];
};

/** Whether paths to these steps can go side by side: all in one stage, and none comes to where another does but by a join. */
const goBeside = (definition: ProcessDefinition, targets: readonly string[], stage: string): boolean => {
  const ways = targets.map((id) => reachedBefore(definition, [id], stage));
  return (
    ways.every((way) => way.size > 0) &&
    ways.every((way, index) => ways.slice(0, index).every((other) => [...way].every((id) => !other.has(id))))
  );
};

/** Two wires for one way out: a parallel split is put between, where their paths can go side by side; or the first alone is kept. */
export const implicitSplit: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  const [first, ...others] = sameWires(definition, id);
  if (node === null || first === undefined) return [];
  const target = findNode(definition, first.to);
  const stage = stageIdOf(node) ?? (target && stageIdOf(target));
  const targets = [first, ...others].map(({ to }) => to);
  const later = new Set(others.map((edge) => edge.id));
  const split: PressableFix | null =
    stage !== null && goBeside(definition, targets, stage)
      ? fix(
          "splitBetween",
          ledThrough("parallel", stage, (edges, made, taken) => [
            ...edges.map((edge) =>
              edge.id === first.id
                ? { ...edge, to: made }
                : later.has(edge.id)
                  ? { ...edge, from: made, on: { kind: "next" as const } }
                  : edge,
            ),
            wired(taken, { from: made, to: first.to, on: { kind: "next" } }),
          ]),
          { steps: [node] },
        )
      : null;
  const isSpare = others.every(({ to }) => to === first.to || isLedTo(definition, to, later));
  return [
    split && unlessCutsOff(definition, split),
    isSpare ? fix("keepFirst", deleteElements([...later]), { steps: [node] }) : null,
  ];
};

const LEAVES: ReadonlySet<Edge["on"]["kind"]> = new Set(["next", "default", "when"]);

/** A path that leaves the stage from inside a split: all its paths come together first, and then leave. */
export const leaveTogether: Fixes = (definition, { edge: id = "", detail }) => {
  const edge = findEdge(definition, id);
  const split = findNode(definition, detail?.at?.[0] ?? "");
  if (edge === null || split?.kind !== "parallel" || !LEAVES.has(edge.on.kind)) return [];
  const out = definition.edges.filter(({ from }) => from === split.id);
  const inside = reachedBefore(
    definition,
    out.map(({ to }) => to),
    split.stage,
  );
  const leads = (from: string) => definition.edges.some((other) => other.from === from);
  const isOutside = (to: string) => {
    const node = findNode(definition, to);
    return node === null || stageIdOf(node) !== split.stage || node.kind === "stage";
  };
  const leaving = definition.edges.filter(({ from, to }) => inside.has(from) && isOutside(to));
  const hasJoin = definition.edges.some(
    ({ from, to }) => inside.has(from) && findNode(definition, to)?.kind === "join",
  );
  if (hasJoin || !inside.has(edge.from) || leaving.some(({ to, on }) => to !== edge.to || !LEAVES.has(on.kind)))
    return [];
  const ends = [...inside].flatMap((step): Step[] => {
    const node = findNode(definition, step);
    return node !== null && isStep(node) && node.kind !== "end" && !leads(step) ? [node] : [];
  });
  const gone = new Set(leaving.map((wire) => wire.id));
  const edit = ledThrough("join", split.stage, (edges, join, taken) => [
    ...edges.map((wire) => (gone.has(wire.id) ? { ...wire, to: join } : wire)),
    ...ends.map((end) => wired(taken, { from: end.id, to: join, on: nextCondition(definition, end) })),
    wired(taken, { from: join, to: edge.to, on: { kind: "next" } }),
  ]);
  return [unlessCutsOff(definition, fix("leaveTogether", edit, { steps: [split] }))];
};

/** Paths that are to take turns and cannot: they go on together. */
export const runTogether: Fixes = (definition, { detail }) => {
  const split = findNode(definition, detail?.at?.[0] ?? "");
  return split?.kind === "parallel"
    ? [fix("runTogether", setField(split.id, ["run"], "together"), { steps: [split] })]
    : [];
};

/** An approval that sends back to nobody before it: it sends back to whoever began the case. */
export const sendBackNowhere: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  return node?.kind === "approval" && node.sendBack
    ? [fix("sendBackToInitiator", setField(id, ["sendBack", "to"], "initiator"), { steps: [node] })]
    : [];
};
