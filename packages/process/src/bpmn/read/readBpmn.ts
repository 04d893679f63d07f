import type { Finding } from "../../check/finding.ts";
import { error } from "../../check/finding.ts";
import { edgeSchema } from "../../definition/edge.ts";
import { DEFINITION_FORMAT, type ProcessDefinition } from "../../definition/processDefinition.ts";
import { readDefinition } from "../../definition/readDefinition.ts";
import { shownName } from "../shownName.ts";
import { connect } from "./connect.ts";
import { childIn, childrenIn, kindOf, ownOf, textIn, type Element, type OwnSettings } from "./element.ts";
import { ForeignKeeper } from "./foreignOf.ts";
import { parseBpmn } from "./parseBpmn.ts";
import { drawnAt } from "./places.ts";
import { entryOf, readEdges } from "./readEdges.ts";
import { endsOf, nameNow, newId, type Reading } from "./reading.ts";
import { movesOfFlows, readMoves } from "./readMoves.ts";
import { listTheRest, readStage, readStart, readStep } from "./readNodes.ts";
import { UnmappedList, type Unmapped } from "./unmapped.ts";

/** A draft with all that had no place in it, or why there is none. */
export type ReadBpmn =
  | { readonly definition: ProcessDefinition; readonly unmapped: readonly Unmapped[] }
  | { readonly problems: readonly Finding[] };

/** What stands at the root of a file because others refer to it. */
const ROOTS = new Set(["process", "message", "signal", "error", "escalation"]);

const ACTIVITY = /(?:task|subProcess|callActivity|transaction)$/i;
const isPlainSub = (element: Element): boolean =>
  kindOf(element) === "subProcess" && element["triggeredByEvent"] !== true;
const settingsIn = (element: Element): OwnSettings["value"] => {
  const own = ownOf(element);
  return own !== null && own !== "onlyBpmn" && own !== "broken" ? own.value : {};
};
const isOwnStage = (element: Element): boolean =>
  (settingsIn(element)["node"] as { kind?: unknown } | undefined)?.kind === "stage";

const byOrder = <T extends { readonly id: string }>(items: readonly T[], order: unknown): readonly T[] => {
  const at = new Map(Array.isArray(order) ? order.map((id, index) => [id as unknown, index]) : []);
  return items.toSorted((a, b) => (at.get(a.id) ?? at.size) - (at.get(b.id) ?? at.size));
};

const readStages = (reading: Reading, top: readonly Element[]): readonly Element[] => {
  const activities = top.filter((element) => ACTIVITY.test(kindOf(element)));
  const own = activities.filter(isOwnStage);
  const stages =
    own.length > 0
      ? activities.filter(isPlainSub)
      : activities.length > 0 && activities.every(isPlainSub)
        ? activities
        : [];
  for (const [index, element] of stages.entries()) readStage(reading, element, index);
  for (const element of stages)
    for (const inner of childrenIn(element, "flowElements"))
      readStep(reading, inner, reading.idOf.get(element) as string, element);
  return stages;
};

/** Ends beside the stages are stages in which nothing is left to do. */
const readTop = (reading: Reading, top: readonly Element[], stages: readonly Element[]): void => {
  for (const element of top) {
    const kind = kindOf(element);
    if (
      stages.includes(element) ||
      ownOf(element) === "onlyBpmn" ||
      ["sequenceFlow", "startEvent", "boundaryEvent"].includes(kind)
    )
      continue;
    if (kind === "endEvent") {
      const id = newId(reading, textIn(element, "id"));
      const key = `final${reading.nodes.filter((node) => node.kind === "stage").length}`;
      reading.idOf.set(element, id);
      reading.keeper.keep(element, id);
      reading.nodes.push({
        id,
        kind: "stage",
        key,
        order: reading.nodes.length % 200,
        final: "done",
        name: nameNow(element, undefined, shownName),
      });
      listTheRest(reading, element);
    } else if (/gateway$/i.test(kind)) continue;
    else reading.list.add(element, "It lies outside every stage.", "不在任何阶段内。");
  }
};

const finish = (
  reading: Reading,
  process: Element,
  stages: readonly Element[],
  flatStage: string | null,
  starts: readonly Element[],
): void => {
  const scopes = [process, ...stages];
  const all = scopes.flatMap((scope) => childrenIn(scope, "flowElements"));
  readEdges(
    reading,
    all.filter((it) => kindOf(it) === "sequenceFlow"),
    starts,
  );
  const borders = all.filter((it) => kindOf(it) === "boundaryEvent");
  for (const element of stages) {
    const id = reading.idOf.get(element) as string;
    const node = reading.nodes.find((it) => it.id === id) as Record<string, unknown>;
    const isOwn = isOwnStage(element);
    node["moves"] = [
      ...readMoves(
        reading,
        borders.filter((it) => childIn(it, "attachedToRef") === element),
      ),
      ...(isOwn ? [] : movesOfFlows(reading, element)),
    ];
    const inside = childrenIn(element, "flowElements").filter((it) => kindOf(it) === "startEvent");
    const entry = isOwn ? reading.nodes.find((it) => it.id === node["entry"])?.id : entryOf(reading, id, inside);
    delete node["entry"];
    if (entry !== undefined) node["entry"] = entry;
  }
  const flat = reading.nodes.find((node) => node.id === flatStage);
  if (!flat) return;
  const entry = entryOf(reading, flat.id, starts);
  if (entry !== undefined) flat["entry"] = entry;
};

/** There is one start: the file's first, or a blank one where it has none. */
const readStarts = (reading: Reading, starts: readonly Element[]): void => {
  const [first, ...others] = starts;
  if (first) readStart(reading, first);
  else
    reading.nodes.push({
      id: newId(reading, "start"),
      kind: "start",
      name: { en: "Start", zh: "开始" },
      trigger: { on: "manual" },
    });
  for (const element of others)
    reading.list.add(element, "A process has one start; this one was left out.", "流程只有一个开始，该开始未导入。");
};

/** A start that leads nowhere yet leads to the first stage. */
const connectStart = (reading: Reading, stages: readonly Element[], starts: readonly Element[]): void => {
  const start = reading.nodes.find(({ kind }) => kind === "start")?.id as string;
  if (reading.edges.some(({ from }) => from === start)) return;
  const named = starts
    .slice(0, 1)
    .flatMap((it) => childrenIn(it, "outgoing"))
    .flatMap((flow) => endsOf(reading, flow));
  const stageIds = new Set(reading.nodes.flatMap(({ id, kind }) => (kind === "stage" ? [id] : [])));
  const to =
    named.find((id) => stageIds.has(id)) ??
    (stages[0] && reading.idOf.get(stages[0])) ??
    reading.nodes.find(({ kind }) => kind === "stage")?.id;
  if (to !== undefined) reading.edges.push({ id: newId(reading, "begin"), from: start, to, on: { kind: "next" } });
};

/** Sets a join before each gateway of another tool that both brings together and parts. */
const joinBefore = (reading: Reading): void => {
  for (const [element, id] of reading.idOf) {
    const node = reading.nodes.find((it) => it.id === id);
    if (node?.kind !== "parallel" || ownOf(element) !== null || childrenIn(element, "incoming").length < 2) continue;
    const join = newId(reading, `${id}-join`);
    reading.nodes.push({ id: join, kind: "join", name: node["name"], stage: node["stage"] });
    reading.edges.push({ id: newId(reading, `${id}-joined`), from: join, to: id, on: { kind: "next" } });
    reading.entranceOf.set(element, join);
  }
};

const definitionOf = (reading: Reading, process: Element, recordType: string): Record<string, unknown> => {
  const { process: own, order, undrawn } = settingsIn(process);
  const known = typeof own === "object" && own !== null ? (own as Record<string, unknown>) : null;
  const { nodes: nodeOrder, edges: edgeOrder } = (order ?? {}) as {
    readonly nodes?: unknown;
    readonly edges?: unknown;
  };
  const ids = new Set(reading.nodes.map(({ id }) => id));
  const kept = (Array.isArray(undrawn) ? undrawn : []).flatMap((edge) => {
    const read = edgeSchema.safeParse(edge);
    return read.success && ids.has(read.data.from) && ids.has(read.data.to) ? [read.data] : [];
  });
  const plain = textIn(process, "id")
    .replaceAll(/[^A-Za-z0-9]+([A-Za-z0-9]?)/g, (_all, next: string) => next.toUpperCase())
    .slice(0, 60);
  const key = /^[A-Za-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : "imported";
  const stages = reading.nodes.filter(({ kind }) => kind === "stage").length;
  const foreign = reading.keeper.kept;
  return {
    ...(known ?? {
      format: DEFINITION_FORMAT,
      key,
      kind: stages > 1 ? "lifeCycle" : "side",
      recordType,
      variables: [],
    }),
    name: nameNow(process, known?.["name"], (name) => shownName(name) || String(known?.["key"])),
    nodes: byOrder(reading.nodes, nodeOrder),
    edges: byOrder([...reading.edges, ...kept], edgeOrder),
    ...(foreign ? { foreign } : {}),
  };
};

/**
 * Reads a BPMN file of any tool into a draft, with a list of all that has no place in it: nothing is dropped in silence.
 *
 * Bounded in time whatever it is given. Of files that were written here everything comes back; what another tool has changed in
 * them since (names, conditions, wires, places) goes before the settings that were written.
 */
export const readBpmn = async (text: string, { recordType }: { readonly recordType: string }): Promise<ReadBpmn> => {
  const parsed = await parseBpmn(text);
  if ("problem" in parsed) return { problems: [parsed.problem] };
  const { definitions, warnings } = parsed;
  const roots = childrenIn(definitions, "rootElements");
  const processes = roots.filter((it) => kindOf(it) === "process");
  const most = Math.max(0, ...processes.map((it) => childrenIn(it, "flowElements").length));
  const process = processes.find((it) => childrenIn(it, "flowElements").length === most);
  if (!process || most === 0)
    return { problems: [error("NO_PROCESS", {}, { en: "The file holds no process.", zh: "文件中没有流程。" })] };
  const list = new UnmappedList();
  for (const said of warnings)
    list.note({
      element: "",
      id: null,
      name: null,
      why: { en: `It could not be read: ${said}`.slice(0, 400), zh: `无法读取：${said}`.slice(0, 400) },
    });
  for (const other of processes)
    if (other !== process)
      list.add(other, "A file becomes one process; this one was left out.", "一个文件对应一个流程，该流程未导入。");
  for (const root of roots) {
    if (kindOf(root) === "collaboration") listTheRest({ list } as Reading, root);
    else if (!ROOTS.has(kindOf(root))) list.add(root, "It has no place in a process here.", "流程中没有对应的内容。");
  }
  const reading: Reading = {
    list,
    keeper: new ForeignKeeper(definitions, list),
    corners: drawnAt(definitions),
    nodes: [],
    edges: [],
    idOf: new Map(),
    entranceOf: new Map(),
    runnerOf: new Map(),
    taken: new Set(),
  };
  reading.keeper.keep(definitions, "definitions");
  reading.keeper.keep(process, "process");
  connect(process);
  const top = childrenIn(process, "flowElements");
  const starts = top.filter((it) => kindOf(it) === "startEvent");
  readStarts(reading, starts);
  const stages = readStages(reading, top);
  let flat: string | null = null;
  if (stages.length > 0) readTop(reading, top, stages);
  else {
    flat = newId(reading, "stage");
    reading.nodes.push({
      id: flat,
      kind: "stage",
      key: "only",
      order: 0,
      name: nameNow(process, undefined, shownName),
    });
    for (const element of top.toSorted(
      (a, b) => Number(kindOf(b) === "eventBasedGateway") - Number(kindOf(a) === "eventBasedGateway"),
    ))
      readStep(reading, element, flat, null);
  }
  joinBefore(reading);
  finish(reading, process, stages, flat, starts);
  connectStart(reading, stages, starts);
  listTheRest(reading, process);
  const read = readDefinition(definitionOf(reading, process, recordType));
  return "problems" in read ? read : { definition: read.definition, unmapped: list.all };
};
