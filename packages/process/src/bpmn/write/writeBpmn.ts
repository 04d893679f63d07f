import { foreignElementsOf, type ForeignElement } from "../../definition/foreign.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { formal } from "../events.ts";
import { grouped } from "../grouped.ts";
import { settingsText } from "../settings.ts";
import { shownName } from "../shownName.ts";
import { EXPRESSION_LANGUAGE, NAMESPACES } from "../vocabulary.ts";
import { legalText, xml, xmlText, type XmlNode } from "../xmlNode.ts";
import { diagramOf } from "./diagram.ts";
import type { Drawing, Flow, Shape } from "./drawing.ts";
import { drawingOf } from "./drawingOf.ts";
import { placesOf, type Box } from "./places.ts";

type Place = NonNullable<ProcessDefinition["foreign"]>["places"][number];
type Kept = ReadonlyMap<string, Place>;

const foreignXml = ({ name, attributes, text, children }: ForeignElement): XmlNode =>
  xml(name, attributes, [...children.map(foreignXml), ...(text === undefined ? [] : [text])]);

const extension = (
  settings: object | null,
  attributes: Readonly<Record<string, string>>,
  kept: Place | undefined,
): readonly XmlNode[] => {
  const own =
    settings === null
      ? xml("sluice:only", { for: "bpmn" })
      : xml("sluice:settings", attributes, [settingsText(settings)]);
  return [xml("bpmn:extensionElements", {}, [own, ...(kept ? foreignElementsOf(kept) : []).map(foreignXml)])];
};

/** Where a shape lies in its stage, as a reader compares it to see whether somebody has moved it. */
const placeText = (shape: Shape, places: ReadonlyMap<string, Box>): string => {
  const box = places.get(shape.id) as Box;
  const corner = shape.of === null ? { x: 0, y: 0 } : (places.get(shape.of) as Box);
  return `${Math.round(box.x - corner.x)} ${Math.round(box.y - corner.y)}`;
};

const flowXml = (flow: Flow, kept: Kept): XmlNode =>
  xml(
    "bpmn:sequenceFlow",
    { ...kept.get(flow.id)?.attributes, id: flow.id, name: flow.name, sourceRef: flow.from, targetRef: flow.to },
    [
      ...extension(flow.settings, {}, kept.get(flow.id)),
      ...(flow.condition === undefined ? [] : [formal("conditionExpression", flow.condition)]),
    ],
  );

const contents = (
  drawing: Drawing,
  of: string | null,
  kept: Kept,
  places: ReadonlyMap<string, Box>,
  ways: Ways,
): readonly XmlNode[] => [
  ...[...drawing.shapes.values()]
    .filter((shape) => shape.of === of)
    .map((shape) => shapeXml(drawing, shape, kept, places, ways)),
  ...(ways.of.get(of) ?? []).map((flow) => flowXml(flow, kept)),
];

interface Ways {
  readonly of: ReadonlyMap<string | null, readonly Flow[]>;
  readonly into: ReadonlyMap<string, readonly Flow[]>;
  readonly outOf: ReadonlyMap<string, readonly Flow[]>;
}

const shapeXml = (
  drawing: Drawing,
  shape: Shape,
  kept: Kept,
  places: ReadonlyMap<string, Box>,
  ways: Ways,
): XmlNode => {
  const out = ways.outOf.get(shape.id) ?? [];
  const place = kept.get(shape.id);
  const standard = out.find((flow) => flow.isDefault)?.id;
  return xml(
    `bpmn:${shape.element}`,
    { ...place?.attributes, id: shape.id, name: shape.name || undefined, ...shape.attributes, default: standard },
    [
      ...(shape.note === undefined ? [] : [xml("bpmn:documentation", {}, [legalText(shape.note)])]),
      ...extension(shape.settings, { at: placeText(shape, places) }, place),
      ...(ways.into.get(shape.id) ?? []).map(({ id }) => xml("bpmn:incoming", {}, [id])),
      ...out.map(({ id }) => xml("bpmn:outgoing", {}, [id])),
      ...(shape.inside ?? []),
      ...(shape.element === "subProcess" ? contents(drawing, shape.id, kept, places, ways) : []),
    ],
  );
};

/**
 * The definition as a BPMN 2.0 file with its diagram: every setting is in it, so that reading it gives an equal definition.
 *
 * The same definition gives the same bytes. What other tools had written into the file it came from is written back.
 */
export const writeBpmn = (definition: ProcessDefinition): string => {
  const { nodes, edges, foreign, ...own } = definition;
  const { drawing, undrawn } = drawingOf(definition);
  const places = placesOf(drawing);
  const kept: Kept = new Map((foreign?.places ?? []).map((place) => [place.of, place]));
  const process = `process.${definition.key}`;
  const ways: Ways = {
    of: grouped(drawing.flows, ({ of }) => of),
    into: grouped(drawing.flows, ({ to }) => to),
    outOf: grouped(drawing.flows, ({ from }) => from),
  };
  const settings = {
    process: own,
    order: { nodes: nodes.map(({ id }) => id), edges: edges.map(({ id }) => id) },
    undrawn,
  };
  const body = xml(
    "bpmn:process",
    {
      ...kept.get("process")?.attributes,
      id: process,
      name: shownName(definition.name) || definition.key,
      isExecutable: "false",
    },
    [...extension(settings, {}, kept.get("process")), ...contents(drawing, null, kept, places, ways)],
  );
  const namespaces = Object.entries({ ...foreign?.namespaces, ...NAMESPACES }).map(([prefix, uri]) => [
    `xmlns:${prefix}`,
    uri,
  ]);
  const file = kept.get("definitions");
  return xmlText(
    xml(
      "bpmn:definitions",
      {
        ...(Object.fromEntries(namespaces) as Readonly<Record<string, string>>),
        ...file?.attributes,
        id: `definitions.${definition.key}`,
        targetNamespace: NAMESPACES.sluice,
        expressionLanguage: EXPRESSION_LANGUAGE,
        exporter: "Sluice",
      },
      [
        ...(file ? [xml("bpmn:extensionElements", {}, foreignElementsOf(file).map(foreignXml))] : []),
        ...drawing.roots.all(),
        body,
        diagramOf(drawing, places, process),
      ],
    ),
  );
};
