import type { Edge } from "../../definition/edge.ts";
import { childIn, childrenIn, kindOf, ownOf, textIn, type Element } from "./element.ts";
import type { ForeignKeeper } from "./foreignOf.ts";
import type { Corner } from "./places.ts";
import type { UnmappedList } from "./unmapped.ts";

export type Draft = Record<string, unknown> & { id: string; kind: string };

/** A file half read: what its elements have become so far. */
export interface Reading {
  readonly list: UnmappedList;
  readonly keeper: ForeignKeeper;
  readonly corners: ReadonlyMap<string, Corner>;
  readonly nodes: Draft[];
  readonly edges: Edge[];
  /** What an element became, and, where that is another, what a flow into it ends at. */
  readonly idOf: Map<Element, string>;
  readonly entranceOf: Map<Element, string>;
  /** The events that follow an event-based gateway, with the runner that each is. */
  readonly runnerOf: Map<Element, { readonly race: string; readonly key: string }>;
  readonly taken: Set<string>;
}

/** An id for what an element becomes: its own where it can be one here, else the nearest that is free. */
export const newId = ({ taken }: Pick<Reading, "taken">, wanted: string, isOwn = false): string => {
  const plain = wanted.replaceAll(/[^A-Za-z0-9_-]/g, "-").replace(/^(?=[^A-Za-z]|$)/, "e");
  const fits = isOwn || plain.length <= 60 ? plain.slice(0, 60) : plain.slice(0, 50);
  let id = fits;
  for (let next = 2; taken.has(id); next += 1) id = `${fits.slice(0, 54)}-${next}`;
  taken.add(id);
  return id;
};

/** The name to go on with: both languages as they were, or what another tool has made of it. */
export const nameNow = (
  element: Element,
  before: unknown,
  shown: (name: { en: string; zh: string }) => string,
): { en: string; zh: string } => {
  const { en, zh } = (before ?? {}) as { readonly en?: unknown; readonly zh?: unknown };
  const known = typeof en === "string" && typeof zh === "string" ? { en, zh } : null;
  const name = textIn(element, "name").trim().slice(0, 400);
  if (known && (name === "" || name === shown(known) || (shown(known) === "" && name === textIn(element, "id"))))
    return known;
  if (known) return { ...known, ...(known.en.trim() === "" && known.zh.trim() !== "" ? { zh: name } : { en: name }) };
  const text = name || textIn(element, "id").slice(0, 400);
  return { en: text, zh: /\p{Script=Han}/u.test(text) ? text : "" };
};

const isEscalation = (event: Element | undefined, thrown: Element): boolean =>
  event !== undefined && childIn(event, "escalationRef") === childIn(thrown, "escalationRef");

/** The flows by which one goes on from an element that is nothing here; from an end thrown to the border, those of the border. */
const onward = (element: Element): readonly Element[] => {
  if (kindOf(element) !== "endEvent") return childrenIn(element, "outgoing");
  const stage = element.$parent;
  if (!stage) return [];
  const [thrown] = childrenIn(element, "eventDefinitions");
  if (ownOf(element) !== "onlyBpmn") return kindOf(stage) === "subProcess" ? childrenIn(stage, "outgoing") : [];
  if (!thrown || kindOf(thrown) !== "escalationEventDefinition") return [];
  const border = childrenIn(stage.$parent ?? stage, "flowElements").filter(
    (it) =>
      kindOf(it) === "boundaryEvent" &&
      childIn(it, "attachedToRef") === stage &&
      isEscalation(childrenIn(it, "eventDefinitions")[0], thrown),
  );
  return border.flatMap((it) => childrenIn(it, "outgoing"));
};

/** Where a flow leads: past everything that is nothing here, to nodes and stages. */
export const endsOf = (reading: Reading, flow: Element): readonly string[] => {
  const found = new Set<string>();
  const seen = new Set<Element>();
  const open = [flow];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const target = childIn(at, "targetRef");
    if (!target || seen.has(target)) continue;
    seen.add(target);
    const id = reading.entranceOf.get(target) ?? reading.idOf.get(target);
    if (id === undefined) open.push(...onward(target).toReversed());
    else found.add(id);
  }
  return [...found];
};

/** The node that a flow leaves, back past everything that is nothing here. */
export const beginOf = (reading: Reading, flow: Element): string | null => {
  const seen = new Set<Element>();
  for (let at = childIn(flow, "sourceRef"); at !== undefined && !seen.has(at);) {
    seen.add(at);
    const id = reading.idOf.get(at) ?? reading.runnerOf.get(at)?.race;
    if (id !== undefined) return id;
    const host = childIn(at, "attachedToRef");
    const before: Element | undefined = childrenIn(at, "incoming")[0];
    at = host ?? (before && childIn(before, "sourceRef"));
  }
  return null;
};
