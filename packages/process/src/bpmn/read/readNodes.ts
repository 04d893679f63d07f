import { nodeSchema } from "../../definition/node.ts";
import { bpmnOf } from "../../nodes/nodeBpmns.ts";
import { shownName } from "../shownName.ts";
import { legalText } from "../xmlNode.ts";
import { childIn, childrenIn, kindOf, ownOf, textIn, type Element } from "./element.ts";
import {
  conditionOf,
  eventIn,
  expressionIn,
  foreignNode,
  messageIn,
  waitOf,
  type Draft as Foreign,
} from "./foreignNode.ts";
import { placeNow } from "./places.ts";
import { nameNow, newId, type Draft, type Reading } from "./reading.ts";

const documentationIn = (element: Element): string =>
  childrenIn(element, "documentation")
    .map((it) => textIn(it, "text"))
    .join("\n")
    .slice(0, 2_000);

/** The note to go on with: as it was, unless another tool has changed what the file shows of it. */
const noteNow = (element: Element, before: unknown): string | undefined => {
  const written = documentationIn(element);
  // a text of nothing but blanks does not outlive every reader of XML
  if (typeof before === "string" && legalText(before).trim() === written.trim()) return before;
  return written || undefined;
};

const isNode = (value: unknown): value is Draft =>
  typeof value === "object" && value !== null && typeof (value as Draft).id === "string";

const cornerIn = (reading: Reading, element: Element, stage: Element | null) => {
  const at = reading.corners.get(textIn(element, "id"));
  const corner = stage ? reading.corners.get(textIn(stage, "id")) : { x: 0, y: 0 };
  return at && corner ? { x: at.x - corner.x, y: at.y - corner.y } : undefined;
};

/** A node by its own settings, changed as another tool has changed what BPMN shows; null where the settings cannot be read. */
const ownNode = (reading: Reading, element: Element, stage: string | null, holder: Element | null): Draft | null => {
  const own = ownOf(element);
  if (own === null || own === "onlyBpmn") return null;
  const broken = (): null => {
    reading.list.add(
      element,
      "Its settings cannot be read; it is taken as another tool's.",
      "其设置无法读取，按其他工具的元素处理。",
    );
    return null;
  };
  if (own === "broken") return broken();
  const { node } = own.value;
  if (!isNode(node)) return broken();
  const { note: _note, position, ...rest } = node;
  const note = noteNow(element, node["note"]);
  const place = placeNow(own.at, position as { x: number; y: number } | undefined, cornerIn(reading, element, holder));
  const draft = {
    ...rest,
    name: nameNow(element, node["name"], shownName),
    ...(note === undefined ? {} : { note }),
    ...(stage === null ? {} : { stage }),
    ...(place && stage !== null ? { position: place } : position === undefined ? {} : { position }),
  };
  const read = nodeSchema.safeParse(draft);
  if (!read.success) return broken();
  const { element: written } = { element: bpmnOf(read.data).element(read.data, false) };
  const kind = kindOf(element);
  const alike = kind === written || kind === "receiveTask" || kind === "inclusiveGateway";
  if (!alike)
    reading.list.add(
      element,
      "It was drawn as another element; its settings were kept.",
      "元素类型已改变，原有设置仍保留。",
    );
  return read.data as unknown as Draft;
};

const runnersOf = (reading: Reading, race: Element, id: string): readonly unknown[] => {
  const keys = new Set<string>();
  return childrenIn(race, "outgoing").flatMap((flow) => {
    const target = childIn(flow, "targetRef");
    if (!target) return [];
    const event = eventIn(target);
    const name = textIn(target, "name") || textIn(target, "id");
    const plain = name
      .replaceAll(/[^A-Za-z0-9]/g, "")
      .replace(/^[^A-Za-z]*/, "")
      .slice(0, 50);
    let key = plain === "" ? `way${keys.size + 1}` : plain.charAt(0).toLowerCase() + plain.slice(1);
    if (keys.has(key)) key = `${key}${keys.size + 1}`;
    keys.add(key);
    reading.runnerOf.set(target, { race: id, key });
    const kind = event ? kindOf(event) : kindOf(target);
    const on =
      kind === "timerEventDefinition"
        ? { kind: "timer", after: waitOf(target, event, reading.list) }
        : kind === "conditionalEventDefinition"
          ? {
              kind: "condition",
              condition: { when: conditionOf(target, expressionIn(event, "condition"), reading.list) },
            }
          : { kind: "message", message: messageIn(event ?? target) };
    return [{ key, name: { en: name.slice(0, 400), zh: "" }, on }];
  });
};

const foreignStep = (reading: Reading, element: Element, id: string): Foreign | null => {
  const kind = kindOf(element);
  if (kind === "eventBasedGateway") {
    const runners = runnersOf(reading, element, id);
    return runners.length > 0 && runners.length <= 10 ? { kind: "race", runners } : null;
  }
  if (kind === "subProcess" || kind === "transaction" || kind === "adHocSubProcess") {
    reading.list.add(
      element,
      "A sub-process inside a stage is a process of its own here: draw it as one and choose it.",
      "阶段内的子流程在此为独立流程，请单独绘制后选择。",
    );
    return { kind: "subprocess", process: "chooseProcess" };
  }
  return foreignNode(element, reading.list);
};

/** Properties that are read, or that only repeat what is read elsewhere. */
const READ = new Set([
  "id",
  "name",
  "extensionElements",
  "documentation",
  "incoming",
  "outgoing",
  "eventDefinitions",
  "default",
  "attachedToRef",
  "cancelActivity",
  "flowElements",
  "calledElement",
  "messageRef",
  "triggeredByEvent",
  "gatewayDirection",
  "isExecutable",
  "processType",
  "isClosed",
  "startQuantity",
  "completionQuantity",
  "sourceRef",
  "targetRef",
  "conditionExpression",
  "implementation",
  "eventGatewayType",
  "instantiate",
  "isInterrupting",
  "parallelMultiple",
  "eventDefinitionRef",
]);

/** Lists what stands in an element that has no place here. */
export const listTheRest = (reading: Reading, element: Element, known: readonly string[] = []): void => {
  for (const [key, value] of Object.entries(element)) {
    if (key.startsWith("$") || READ.has(key) || known.includes(key)) continue;
    const inner = Array.isArray(value)
      ? childrenIn(element, key)
      : [childIn(element, key)].filter((it) => it !== undefined);
    for (const it of inner)
      reading.list.add(
        it.id === undefined ? { ...it, id: textIn(element, "id"), $type: it.$type } : it,
        `It has no place in a process here (${key}).`,
        `流程中没有对应的内容（${key}）。`,
      );
    if (inner.length === 0 && value !== undefined && value !== null && value !== false)
      reading.list.add(element, `“${key}” has no place in a process here.`, `“${key}”在流程中没有对应的设置。`);
  }
};

/** Reads one element of a stage into a node, or lists why it is none. */
export const readStep = (reading: Reading, element: Element, stage: string, holder: Element | null): void => {
  const kind = kindOf(element);
  const own = ownOf(element);
  if (kind === "sequenceFlow" || kind === "boundaryEvent" || kind === "startEvent" || own === "onlyBpmn") return;
  if (typeof own === "object" && own !== null && typeof own.value["runner"] === "string") return;
  const known = ownNode(reading, element, stage, holder);
  if (known && known.kind !== "start" && known.kind !== "stage") {
    const id = newId(reading, textIn(element, "id") || known.id, true);
    reading.idOf.set(element, id);
    reading.nodes.push({ ...known, id });
    reading.keeper.keep(element, id);
    listTheRest(reading, element, ["loopCharacteristics", "activationCondition"]);
    return;
  }
  if (reading.runnerOf.has(element)) return;
  if (kind === "endEvent" && holder && !eventIn(element)) return;
  const id = newId(reading, textIn(element, "id"));
  const draft = foreignStep(reading, element, id);
  if (!draft) {
    reading.taken.delete(id);
    reading.list.add(
      element,
      "There is no step of this kind; what leads to it goes on past it.",
      "没有对应的步骤类型，流程将跳过该元素。",
    );
    return;
  }
  const note = documentationIn(element);
  const at = cornerIn(reading, element, holder);
  reading.nodes.push({
    ...draft,
    id,
    name: nameNow(element, undefined, shownName),
    stage,
    ...(note === "" ? {} : { note }),
    ...(at ? { position: { x: Math.round(at.x), y: Math.round(at.y) } } : {}),
  });
  reading.idOf.set(element, id);
  reading.keeper.keep(element, id);
  listTheRest(reading, element);
};

/** The stage that a sub-process is, by its settings or as another tool drew it. */
export const readStage = (reading: Reading, element: Element, order: number): void => {
  const known = ownNode(reading, element, null, null);
  const id = newId(reading, textIn(element, "id") || "stage", known !== null);
  const isStage = known?.kind === "stage";
  const key = isStage
    ? String(known["key"])
    : id
        .replaceAll(/[^A-Za-z0-9]/g, "")
        .replace(/^[A-Z]/, (it) => it.toLowerCase())
        .slice(0, 50) || "stage";
  const twice = reading.nodes.some((node) => node.kind === "stage" && node["key"] === key);
  reading.idOf.set(element, id);
  reading.keeper.keep(element, id);
  reading.nodes.push({
    ...(isStage ? known : { kind: "stage", name: nameNow(element, undefined, shownName), order }),
    kind: "stage",
    id,
    key: twice ? `${key}${order}` : key,
    moves: [],
  });
  listTheRest(reading, element);
};

/** The start of a process, as it was or with the trigger that its event names. */
export const readStart = (reading: Reading, element: Element): void => {
  const known = ownNode(reading, element, null, null);
  const id = newId(reading, textIn(element, "id") || "start", known !== null);
  const event = eventIn(element);
  const trigger = (): unknown => {
    const kind = event && kindOf(event);
    if (kind === "messageEventDefinition" || kind === "signalEventDefinition")
      return { on: "message", message: messageIn(event) };
    if (kind === "conditionalEventDefinition")
      return { on: "recordChanged", when: conditionOf(element, expressionIn(event, "condition"), reading.list) };
    if (event)
      reading.list.add(
        element,
        "When it starts is not taken over; people start it here.",
        "启动条件未导入，暂由人工发起。",
      );
    return { on: "manual" };
  };
  reading.idOf.set(element, id);
  reading.keeper.keep(element, id);
  reading.nodes.push({
    ...(known?.kind === "start" ? known : { name: nameNow(element, undefined, shownName), trigger: trigger() }),
    kind: "start",
    id,
  });
  listTheRest(reading, element);
};
