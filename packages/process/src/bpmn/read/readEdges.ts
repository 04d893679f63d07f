import { edgeSchema, type Edge } from "../../definition/edge.ts";
import { grouped } from "../grouped.ts";
import { shownName } from "../shownName.ts";
import { childIn, childrenIn, kindOf, ownOf, textIn, type Element } from "./element.ts";
import { conditionOf, eventIn, expressionIn, waitOf } from "./foreignNode.ts";
import { beginOf, endsOf, nameNow, newId, type Reading } from "./reading.ts";

const stageOf = (reading: Reading, id: string): unknown => {
  const node = reading.nodes.find((it) => it.id === id);
  return node?.kind === "stage" ? id : node?.["stage"];
};

/** The end to go on with: the step it was where the flow still leads into that step's stage, else where the flow leads now. */
export const endNow = (reading: Reading, before: unknown, ends: readonly string[]): string | undefined => {
  const [to] = ends;
  const node = reading.nodes.find((it) => it.id === before);
  const leadsThere = to !== undefined && node !== undefined && to !== before && to === node["stage"];
  return leadsThere ? (before as string) : to;
};

const ownEdge = (reading: Reading, flow: Element, before: unknown): boolean => {
  const known = edgeSchema.safeParse(before);
  if (!known.success) return false;
  const from = beginOf(reading, flow);
  const to = endNow(reading, known.data.to, endsOf(reading, flow));
  const id = newId(reading, textIn(flow, "id") || known.data.id, true);
  if (from === null || to === undefined) {
    reading.list.add(flow, "It leads from or to nothing that is here.", "连线的起点或终点不存在。");
    return true;
  }
  const { on } = known.data;
  const written = textIn(childIn(flow, "conditionExpression"), "body").trim();
  const when =
    on.kind === "when" && written !== "" && written !== on.when.trim()
      ? { on: { ...on, when: conditionOf(flow, written, reading.list) } }
      : {};
  const name = textIn(flow, "name");
  const label =
    on.kind === "outcome"
      ? on.outcome
      : on.kind === "when"
        ? on.when.slice(0, 60)
        : on.kind === "next"
          ? "always"
          : "otherwise";
  const isNamed = known.data.name !== undefined || (name !== "" && name !== label.trim() && name !== label);
  reading.edges.push({
    ...known.data,
    id,
    from,
    to,
    ...when,
    ...(isNamed ? { name: nameNow(flow, known.data.name, shownName) } : {}),
  });
  reading.keeper.keep(flow, id);
  return true;
};

const BORDER: Readonly<Record<string, "timeout" | "error" | "escalation">> = {
  timerEventDefinition: "timeout",
  errorEventDefinition: "error",
  escalationEventDefinition: "escalation",
};

const push = (reading: Reading, flow: Element, from: string, to: string, on: Edge["on"]): void => {
  const name = textIn(flow, "name").trim();
  const id = newId(reading, textIn(flow, "id") || "flow");
  reading.edges.push({ id, from, to, on, ...(name === "" ? {} : { name: nameNow(flow, undefined, shownName) }) });
  reading.keeper.keep(flow, id);
};

const waysOf = (reading: Reading, kind: string, flows: readonly Element[]): readonly Edge["on"][] => {
  const source = flows[0] && childIn(flows[0], "sourceRef");
  const standard = source && childIn(source, "default");
  let fallback = standard ?? flows.find((flow) => !childIn(flow, "conditionExpression"));
  return flows.map((flow, order): Edge["on"] => {
    const has = childIn(flow, "conditionExpression") !== undefined;
    if (kind === "parallel") {
      if (flow === standard) return { kind: "default" };
      return has
        ? { kind: "when", when: conditionOf(flow, expressionIn(flow, "conditionExpression"), reading.list), order }
        : { kind: "next" };
    }
    if (flow === fallback) return ((fallback = flow), flows.length === 1 ? { kind: "next" } : { kind: "default" });
    return { kind: "when", when: conditionOf(flow, expressionIn(flow, "conditionExpression"), reading.list), order };
  });
};

/** The wires by which another tool's element is left; one that is left several ways gets a split of its own. */
const foreignExits = (reading: Reading, source: Element, flows: readonly Element[]): void => {
  const runner = reading.runnerOf.get(source);
  const host = childIn(source, "attachedToRef");
  const node = reading.idOf.get(host ?? source);
  if (runner) {
    for (const flow of flows)
      for (const to of endsOf(reading, flow))
        push(reading, flow, runner.race, to, { kind: "outcome", outcome: runner.key });
    return;
  }
  const found = reading.nodes.find((it) => it.id === node);
  if (!found || found.kind === "stage" || found.kind === "start" || found.kind === "race") return;
  if (host) {
    const event = eventIn(source);
    const kind = BORDER[event ? kindOf(event) : ""];
    if (!kind) reading.list.add(source, "A step is left this way by no wire here.", "步骤没有这种离开方式。");
    else if (kind === "timeout" && found.kind === "task") found["sla"] ??= { due: waitOf(source, event, reading.list) };
    else if (kind === "timeout" && found.kind === "message")
      found["giveUpAfter"] ??= waitOf(source, event, reading.list);
    if (kind)
      for (const flow of flows) for (const to of endsOf(reading, flow)) push(reading, flow, found.id, to, { kind });
    return;
  }
  const ends = flows.flatMap((flow) => endsOf(reading, flow).map((to) => ({ flow, to })));
  const conditional = flows.some((flow) => childIn(flow, "conditionExpression"));
  let from = found.id;
  let { kind } = found;
  if (ends.length > 1 && kind !== "branch" && kind !== "parallel") {
    kind = conditional ? "branch" : "parallel";
    from = newId(reading, `${found.id}-split`);
    reading.nodes.push({ id: from, kind, name: found["name"], stage: found["stage"] });
    reading.edges.push({ id: newId(reading, `${found.id}-on`), from: found.id, to: from, on: { kind: "next" } });
  }
  const ways = waysOf(
    reading,
    ends.length > 1 || conditional ? kind : "parallel",
    ends.map(({ flow }) => flow),
  );
  for (const [index, { flow, to }] of ends.entries()) push(reading, flow, from, to, ways[index] as Edge["on"]);
};

/** Reads the wires: ours by their settings, and those that other tools drew. */
export const readEdges = (reading: Reading, flows: readonly Element[], starts: readonly Element[]): void => {
  const foreign = flows.filter((flow) => {
    const own = ownOf(flow);
    if (own === "onlyBpmn") return false;
    if (own === null || own === "broken") return true;
    return !ownEdge(reading, flow, own.value["edge"]);
  });
  for (const [source, leaving] of grouped(foreign, (flow) => childIn(flow, "sourceRef"))) {
    if (!source)
      for (const flow of leaving)
        reading.list.add(flow, "It leads from or to nothing that is here.", "连线的起点或终点不存在。");
    else if (!starts.includes(source)) foreignExits(reading, source, leaving);
  }
  for (const flow of foreign)
    if (
      childIn(flow, "sourceRef") &&
      endsOf(reading, flow).length === 0 &&
      reading.idOf.has(childIn(flow, "sourceRef") as Element) &&
      childrenIn(childIn(flow, "targetRef") ?? flow, "outgoing").length > 0
    )
      reading.list.add(flow, "It leads to nothing that is here.", "连线没有可到达的终点。");
};

/** Where the steps of a stage begin, as another tool drew it: at its start event, or at what nothing leads to. */
export const entryOf = (reading: Reading, stage: string, starts: readonly Element[]): string | undefined => {
  const named = starts.flatMap((start) => childrenIn(start, "outgoing")).flatMap((flow) => endsOf(reading, flow));
  const inside = [...new Set(named)].filter((id) => stageOf(reading, id) === stage && id !== stage);
  if (inside.length > 1) {
    const split = newId(reading, `${stage}-begin`);
    reading.nodes.push({ id: split, kind: "parallel", name: { en: "Begin", zh: "开始" }, stage });
    for (const to of inside)
      reading.edges.push({ id: newId(reading, `${split}-on`), from: split, to, on: { kind: "next" } });
    return split;
  }
  const reached = new Set(reading.edges.map(({ to }) => to));
  return inside[0] ?? reading.nodes.find((node) => node["stage"] === stage && !reached.has(node.id))?.id;
};
