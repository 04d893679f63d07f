import type { Language, LocalText } from "@sluice/problems";
import { xml, xmlText, type XmlNode } from "../../bpmn/xmlNode.ts";
import type { Edge } from "../../definition/edge.ts";
import type { Node, NodeKind } from "../../definition/node.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { linesOf, type Line } from "./linesOf.ts";
import { isDiamond, placesOf, stagesIn, type Box, type Port } from "./placesOf.ts";
import { fitted, widthOf } from "./textFit.ts";

const HUES: Readonly<Record<NodeKind, string>> = {
  start: "#565866",
  stage: "#33343d",
  task: "#0b68c2",
  approval: "#6a48c9",
  cc: "#0b68c2",
  guard: "#a35a00",
  branch: "#565866",
  parallel: "#565866",
  join: "#565866",
  timer: "#0a7488",
  message: "#0a7488",
  race: "#0a7488",
  action: "#08775f",
  assign: "#0b68c2",
  subprocess: "#8f3a9b",
  end: "#33343d",
};

const KINDS: Readonly<Record<NodeKind, LocalText>> = {
  start: { en: "Start", zh: "开始" },
  stage: { en: "Stage", zh: "阶段" },
  task: { en: "Task", zh: "任务" },
  approval: { en: "Approval", zh: "审批" },
  cc: { en: "Copy", zh: "抄送" },
  guard: { en: "Guard", zh: "守卫" },
  branch: { en: "Branch", zh: "分支" },
  parallel: { en: "Parallel", zh: "并行" },
  join: { en: "Join", zh: "汇合" },
  timer: { en: "Timer", zh: "定时器" },
  message: { en: "Message", zh: "消息" },
  race: { en: "Race", zh: "竞速" },
  action: { en: "Action", zh: "自动动作" },
  assign: { en: "Assign", zh: "分派" },
  subprocess: { en: "Sub-process", zh: "子流程" },
  end: { en: "End", zh: "结束" },
};

const OUTCOMES: Readonly<Record<string, LocalText>> = {
  won: { en: "Won", zh: "赢单" },
  lost: { en: "Lost", zh: "输单" },
  done: { en: "Done", zh: "完成" },
  void: { en: "Void", zh: "作废" },
};

const VERDICTS: Readonly<Record<string, LocalText>> = {
  approved: { en: "approved", zh: "同意" },
  rejected: { en: "rejected", zh: "拒绝" },
  withdrawn: { en: "withdrawn", zh: "撤回" },
};

const INK = "#1a1a20";
const QUIET = "#5c5d69";
const LINE = "#8a8b99";
const SIZE = 13;

const num = (value: number): string => String(Math.round(value * 10) / 10);
const text = (x: number, y: number, said: string, more: Readonly<Record<string, string>> = {}): XmlNode =>
  xml("text", { x: num(x), y: num(y), fill: INK, "font-size": String(SIZE), ...more }, [said]);

class Painter {
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  readonly say = (words: LocalText): string => words[this.language] || words.en || words.zh;

  band(stage: Extract<Node, { kind: "stage" }>, box: Box, number: number): XmlNode {
    const name = fitted(this.say(stage.name), box.width - 160, 14);
    const final = stage.final && OUTCOMES[stage.final];
    return xml("g", { id: `stage-${stage.id}` }, [
      xml("rect", { ...sized(box), rx: "14", fill: "#ffffff", stroke: "#cfd0d8" }),
      xml("rect", { x: num(box.x + 14), y: num(box.y + 12), width: "18", height: "18", rx: "4", fill: "#33343d" }),
      text(box.x + 23, box.y + 25, String(number), { fill: "#ffffff", "font-size": "11", "text-anchor": "middle" }),
      text(box.x + 40, box.y + 26, name, { "font-weight": "600", "font-size": "14" }),
      ...(final
        ? [text(box.x + 52 + widthOf(name, 14), box.y + 26, this.say(final), { fill: QUIET, "font-size": "12" })]
        : []),
    ]);
  }

  step(node: Exclude<Node, { kind: "stage" }>, box: Box): XmlNode {
    const name = this.say(node.name);
    if (isDiamond(node)) {
      const [cx, cy, half] = [box.x + box.width / 2, box.y + box.height / 2, box.width / 2];
      const corners = [
        `${num(cx)},${num(box.y)}`,
        `${num(cx + half)},${num(cy)}`,
        `${num(cx)},${num(box.y + box.height)}`,
      ];
      return xml("g", { id: `step-${node.id}` }, [
        xml("title", {}, [`${this.say(KINDS[node.kind])}: ${name}`]),
        xml("polygon", {
          points: [...corners, `${num(box.x)},${num(cy)}`].join(" "),
          fill: "#ffffff",
          stroke: HUES[node.kind],
          "stroke-width": "1.5",
        }),
        text(cx, box.y + box.height + 15, fitted(name, 150, 12), { "text-anchor": "middle", "font-size": "12" }),
      ]);
    }
    const isStart = node.kind === "start";
    return xml("g", { id: `step-${node.id}` }, [
      xml("rect", { ...sized(box), rx: isStart ? "18" : "10", fill: "#ffffff", stroke: "#cfd0d8" }),
      xml("rect", {
        x: num(box.x + 8),
        y: num(box.y + 8),
        width: "5",
        height: num(box.height - 16),
        rx: "2.5",
        fill: HUES[node.kind],
      }),
      text(box.x + 22, box.y + (isStart ? 23 : 24), fitted(name, box.width - 32, SIZE), { "font-weight": "600" }),
      ...(isStart
        ? []
        : [text(box.x + 22, box.y + 42, this.say(KINDS[node.kind]), { fill: QUIET, "font-size": "12" })]),
    ]);
  }

  port({ move, ...box }: Port): XmlNode {
    const name = fitted(this.say(move.name) || move.id, box.width - 18, 12);
    return xml("g", { id: `move-${move.id}` }, [
      xml("rect", { ...sized(box), rx: "12", fill: "#ffffff", stroke: move.tone === "danger" ? "#c8303b" : "#8a8b99" }),
      text(box.x + box.width / 2, box.y + 16, name, { "text-anchor": "middle", "font-size": "12" }),
    ]);
  }

  line({ id, points, label, labelAt: [x, y] }: Line): XmlNode {
    return xml("g", { id }, [
      xml("polyline", {
        points: points.map(([x, y]) => `${num(x)},${num(y)}`).join(" "),
        fill: "none",
        stroke: LINE,
        "stroke-width": "1.3",
        "stroke-linejoin": "round",
        "marker-end": "url(#tip)",
      }),
      ...(label === "" ? [] : [text(x, y, fitted(label, 150, 11), { fill: QUIET, "font-size": "11" })]),
    ]);
  }

  label = ({ name, on }: Edge): string => {
    if (name) return this.say(name);
    if (on.kind === "outcome") {
      const words = VERDICTS[on.outcome];
      return words ? this.say(words) : on.outcome;
    }
    if (on.kind === "when") return on.when.replaceAll("record.", "");
    return on.kind === "next" ? "" : { default: "…", timeout: "⏱", error: "!", escalation: "↑" }[on.kind];
  };
}

const sized = ({ x, y, width, height }: Box): Readonly<Record<string, string>> => ({
  x: num(x),
  y: num(y),
  width: num(width),
  height: num(height),
});

const TIP = xml("defs", {}, [
  xml(
    "marker",
    { id: "tip", viewBox: "0 0 8 8", refX: "7", refY: "4", markerWidth: "7", markerHeight: "7", orient: "auto" },
    [xml("path", { d: "M0,0.5L7.5,4L0,7.5Z", fill: LINE })],
  ),
]);

/**
 * The diagram of a definition as an SVG file that stands alone: stages as bands, steps and moves by their names in one language.
 * Nothing in it runs or is fetched, whatever a name holds. The same bytes for the same definition.
 */
export const pictureOf = (definition: ProcessDefinition, language: Language): string => {
  const painter = new Painter(language);
  const places = placesOf(definition, (move) => painter.say(move.name) || move.id);
  const lines = linesOf(definition, places, painter.label);
  const corners = lines.flatMap(({ points }) => points);
  const xs = [0, places.width, ...corners.map(([x]) => x)];
  const ys = [-80, places.height + 14, ...corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - 24, Math.min(...ys) - 24];
  const [width, height] = [Math.max(...xs) + 24 - left, Math.max(...ys) + 24 - top];
  const steps = definition.nodes.flatMap((node) => {
    const box = places.boxes.get(node.id);
    return node.kind === "stage" || !box ? [] : [painter.step(node, box)];
  });
  const bands = stagesIn(definition).flatMap((stage, index) => {
    const box = places.boxes.get(stage.id);
    return box ? [painter.band(stage, box, index + 1)] : [];
  });
  return xmlText(
    xml(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        width: num(width),
        height: num(height),
        viewBox: [left, top, width, height].map(num).join(" "),
        "font-family": "Inter, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
        role: "img",
      },
      [
        xml("title", {}, [painter.say(definition.name)]),
        TIP,
        xml("rect", { x: num(left), y: num(top), width: num(width), height: num(height), fill: "#f7f7f9" }),
        ...bands,
        ...lines.map((line) => painter.line(line)),
        ...steps,
        ...places.ports.map((port) => painter.port(port)),
      ],
    ),
  );
};
