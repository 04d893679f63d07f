import type { Edge, NodeOf, ProcessDefinition, Step } from "@sluice/process";
import { stepsOf } from "../model/elements.ts";
import { inwardWires } from "./inwardWires.ts";
import { meetingsOf } from "./meetingsOf.ts";

/** A step in its row, and what leads away from it. */
export interface TreeItem {
  readonly step: Step;
  /** Wires that lead elsewhere: to a stage, another stage's step, or back. */
  readonly exits: readonly Edge[];
  /** Side by side; empty where the row just goes on. */
  readonly ways: readonly TreeWay[];
  /** The wire to what comes next, in this row or where the ways around it meet. */
  readonly next: Edge | null;
  /** The step where its ways meet again. */
  readonly meeting: string | null;
}

/** One way out of a step that has several. Without items it goes straight to where they meet, or leads elsewhere. */
export interface TreeWay {
  readonly edge: Edge;
  readonly leads: "inside" | "elsewhere";
  readonly items: readonly TreeItem[];
}

/** Steps that are reached by one door: the stage's entry, a move or wire from elsewhere, or none. */
export interface TreeRow {
  readonly door: "entry" | "elsewhere" | "none";
  readonly items: readonly TreeItem[];
}

/** Why a stage cannot be shown as a tree, and the step where it shows. */
export interface NoTree {
  readonly step: string;
  /** `meets`: ways meet at it that do not belong together. `parts`: its ways meet at several places. `jumpsIn`: a wire leads into the middle. */
  readonly why: "meets" | "parts" | "jumpsIn";
}

export interface StageTree {
  readonly stage: NodeOf<"stage">;
  readonly rows: readonly TreeRow[];
  readonly noTree: NoTree | null;
}

/** Kinds that may have ways beside the one they have. */
export const routing: ReadonlySet<string> = new Set(["branch", "parallel", "race"]);

/**
 * A stage as rows of blocks, each with one way in and its ways meeting once; or the reason why it is none, naming the step.
 * In a tree every step stands exactly once, and so does every wire out of one.
 */
export const stageTree = (definition: ProcessDefinition, stage: NodeOf<"stage">): StageTree => {
  const steps = new Map(stepsOf(definition, stage.id).map((step) => [step.id, step]));
  const inside = definition.edges.filter(({ from, to }) => steps.has(from) && steps.has(to));
  const { fromElsewhere, entered } = inwardWires(definition, stage, steps);
  const first = [...(stage.entry === undefined ? [] : [stage.entry]), ...entered];
  const unentered = [...steps.keys()].filter((id) => !inside.some(({ from, to }) => to === id && from !== id));
  const doors = [...new Set([...first, ...unentered, ...steps.keys()])];
  const back = backWires(inside, doors);
  const ahead = new Map<string, Edge[]>();
  for (const edge of inside) if (!back.has(edge.id)) ahead.set(edge.from, [...(ahead.get(edge.from) ?? []), edge]);
  const placed = new Set<string>();
  let noTree = null as NoTree | null;

  const rowFrom = (start: string, stop: string | null): TreeItem[] => {
    const items: TreeItem[] = [];
    let at: string | null = start;
    while (at !== null && at !== stop && noTree === null) {
      const step = steps.get(at);
      if (step === undefined) break;
      if (placed.has(at)) noTree = { step: at, why: "meets" };
      placed.add(at);
      const out = definition.edges.filter(({ from }) => from === step.id);
      const on = ahead.get(step.id) ?? [];
      const exits = out.filter((edge) => !on.includes(edge));
      const splits = on.length > 1 || (routing.has(step.kind) && out.length > on.length);
      if (!splits) {
        const next = on[0] ?? null;
        items.push({ step, exits, ways: [], next, meeting: null });
        at = next?.to ?? null;
        continue;
      }
      const meetings = meetingsOf(
        ahead,
        on.map(({ to }) => to),
        stop,
      );
      if (meetings.length > 1) {
        noTree ??= { step: step.id, why: "parts" };
        break;
      }
      const meeting = meetings[0] ?? null;
      const own = routing.has(step.kind) ? out : on;
      const ways = own.map((edge): TreeWay => {
        const isInside = on.includes(edge);
        return {
          edge,
          leads: isInside ? "inside" : "elsewhere",
          items: isInside ? rowFrom(edge.to, meeting ?? stop) : [],
        };
      });
      items.push({ step, exits: exits.filter((edge) => !own.includes(edge)), ways, next: null, meeting });
      at = meeting === stop ? null : meeting;
    }
    return items;
  };

  const rows: TreeRow[] = [];
  for (const door of doors) {
    if (placed.has(door) || noTree !== null) continue;
    const kind = door === stage.entry ? "entry" : entered.includes(door) ? "elsewhere" : "none";
    rows.push({ door: kind, items: rowFrom(door, null) });
  }
  const heads = new Set(rows.map(({ items }) => items[0]?.step.id));
  const jumped = fromElsewhere.find((id) => !heads.has(id));
  if (noTree === null && jumped !== undefined) noTree = { step: jumped, why: "jumpsIn" };
  return noTree === null ? { stage, rows, noTree } : { stage, rows: [], noTree };
};

/** The wires that go back to a step still on the way: without them nothing goes in circles. */
const backWires = (inside: readonly Edge[], doors: readonly string[]): Set<string> => {
  const back = new Set<string>();
  const out = new Map<string, Edge[]>();
  for (const edge of inside) out.set(edge.from, [...(out.get(edge.from) ?? []), edge]);
  const done = new Set<string>();
  const onTheWay = new Set<string>();
  const walk = (id: string) => {
    if (done.has(id)) return;
    onTheWay.add(id);
    for (const edge of out.get(id) ?? []) {
      if (onTheWay.has(edge.to)) back.add(edge.id);
      else walk(edge.to);
    }
    onTheWay.delete(id);
    done.add(id);
  };
  for (const door of doors) walk(door);
  return back;
};
