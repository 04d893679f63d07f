import type { Language, LocalText } from "@sluice/problems";
import type { Change, ProcessDefinition } from "@sluice/process";
import { createStore, type StoreApi } from "zustand/vanilla";
import { localTextIn } from "../../i18n/language.ts";
import { judged, noProof, type Proof } from "../controls/proof.ts";
import type { Point } from "../layout/box.ts";
import { folded } from "../layout/folded.ts";
import { type Layout, layoutOf } from "../layout/layoutOf.ts";
import { type Route, routesOf } from "../layout/routesOf.ts";
import type { Guides } from "../layout/snap.ts";
import type { TidyBand } from "../layout/tidiedBand.ts";
import { type CommandLog, emptyLog, record, redo, undo } from "../model/commandLog.ts";
import type { Edit } from "../model/edited.ts";
import { isStep, takenIds } from "../model/elements.ts";
import type { Path } from "../model/setAt.ts";
import type { Finding } from "../problems/finding.ts";
import { noProblems, type Problems, problemsOf } from "../problems/problems.ts";
import { keepDrawing } from "./keepDrawing.ts";
import type { Live } from "./live.ts";
import { noWalk, type Trail, type Walk } from "./walk.ts";

/** Where the quick-add menu was asked for, and what it should do with the kind that is chosen. */
export interface QuickAdd {
  readonly screen: Point;
  readonly stage?: string;
  readonly position?: Point;
  /** The step a wire was pulled out of. */
  readonly from?: string;
  /** Where the new step leads in turn. */
  readonly to?: string;
  /** The wire to insert on. */
  readonly edge?: string;
}

/** The ways one definition is shown. */
export const views = ["canvas", "tree", "sentences"] as const;
export type View = (typeof views)[number];

export interface CanvasState {
  readonly definition: ProcessDefinition;
  readonly log: CommandLog;
  readonly layout: Layout;
  readonly routes: ReadonlyMap<string, Route>;
  readonly tidied: Readonly<Record<string, readonly TidyBand[]>>;
  readonly language: Language;
  /** Ids of nodes, wires and moves. */
  readonly selection: readonly string[];
  readonly readOnly: boolean;
  readonly view: View;
  /** Whether something is being looked for in the process. */
  readonly isFinding: boolean;
  /** Steps under the pointer while they are dragged: where they are now, from their band's corner. */
  readonly drag: Readonly<Record<string, Point>> | null;
  readonly dropBand: string | null;
  /** The lines that the dragged step meets. */
  readonly guides: Guides | null;
  /** Stages whose steps are not shown, and the definition as it is drawn then. How it is looked at: never saved, never undone. */
  readonly collapsed: ReadonlySet<string>;
  readonly shown: ProcessDefinition;
  readonly hoveredEdge: string | null;
  readonly quickAdd: QuickAdd | null;
  readonly problems: Problems;
  /** What the checker found last; `problems` has it together with what the proof found. */
  readonly checked: readonly Finding[];
  readonly proof: Proof;
  readonly live: Live | null;
  /** What became of elements between two versions that are looked at together, by id. */
  readonly changes: ReadonlyMap<string, Change["kind"]> | null;
  /** The way of one case over the canvas: where it has been and where it stands. */
  readonly trail: Trail | null;
  /** The counter-example that is watched; what changes the definition ends it. */
  readonly walk: Walk | null;
  /** What was pasted last, and the moves that had to be left out: what is reported of it. */
  readonly pasted: {
    readonly ids: readonly string[];
    readonly lost: readonly { readonly stage: string; readonly name: LocalText }[];
  } | null;
  /** What is being asked about the selection, before it is done. */
  readonly asking: "extract" | null;
  /** The field a problem points at; the inspector opens and focuses it. */
  readonly focusField: { readonly id: string; readonly path: Path } | null;
}

export interface CanvasActions {
  /** Runs one gesture. Synchronous: when it returns, definition, log and drawing agree. */
  apply: (edit: Edit, options?: { readonly burst?: string; readonly keepSelection?: boolean }) => readonly string[];
  undo: () => void;
  redo: () => void;
  select: (ids: readonly string[]) => void;
  /** Shows or hides the steps of a stage. */
  fold: (stageId: string) => void;
  setTidied: (stageId: string, band: TidyBand) => void;
  /** Takes what the checker or the prover found; what the other one found stands. */
  judge: (found: { readonly checked?: readonly Finding[]; readonly proof?: Proof }) => void;
  set: (
    part: Partial<
      Omit<
        CanvasState,
        | "definition"
        | "log"
        | "layout"
        | "routes"
        | "shown"
        | "collapsed"
        | "tidied"
        | "language"
        | "problems"
        | "checked"
        | "proof"
      >
    >,
  ) => void;
  setLanguage: (language: Language) => void;
  /** Shows another definition (the published one, a restored one) with its own log. */
  open: (definition: ProcessDefinition, log?: CommandLog) => void;
}

export type CanvasStore = StoreApi<CanvasState & CanvasActions>;

type Drawn = Pick<CanvasState, "definition" | "tidied" | "language" | "collapsed">;

const drawn = (looked: Drawn): Drawn & Pick<CanvasState, "layout" | "routes" | "shown"> => {
  const { definition, tidied, language, collapsed } = looked;
  const shown = folded(definition, collapsed);
  const layout = layoutOf({ definition: shown, tidied, label: (move) => localTextIn(move.name, language) });
  return { definition, tidied, language, collapsed, shown, layout, routes: routesOf(shown, layout, tidied) };
};

/** The stages that stay collapsed when these elements are to be seen. */
const stillCollapsed = (
  collapsed: ReadonlySet<string>,
  definition: ProcessDefinition,
  ids: readonly string[],
): ReadonlySet<string> => {
  if (collapsed.size === 0) return collapsed;
  const wanted = new Set(ids);
  const stages = definition.nodes.flatMap((node) => (isStep(node) && wanted.has(node.id) ? [node.stage] : []));
  return stages.some((stage) => collapsed.has(stage))
    ? new Set([...collapsed].filter((stage) => !stages.includes(stage)))
    : collapsed;
};

const NEWEST_LAYOUTS = 4;

/** The state of one open canvas: the definition is the model, everything else is how it is looked at. */
export const createCanvasStore = (
  definition: ProcessDefinition,
  { readOnly = false, log = emptyLog } = {},
): CanvasStore =>
  createStore((set, get) => {
    const step = (way: typeof undo | typeof redo) => {
      const { log: before, definition: now, readOnly: fixed } = get();
      const next = fixed ? null : way(before, now);
      if (!next) return;
      const known = takenIds(next.definition);
      set({
        ...drawn({ ...get(), definition: next.definition }),
        log: next.log,
        selection: get().selection.filter((id) => known.has(id)),
        focusField: null,
        ...(get().walk && noWalk),
      });
    };
    return {
      ...drawn({ definition, tidied: {}, language: "en", collapsed: new Set() }),
      log,
      readOnly,
      view: "canvas",
      isFinding: false,
      selection: [],
      drag: null,
      dropBand: null,
      guides: null,
      hoveredEdge: null,
      quickAdd: null,
      pasted: null,
      asking: null,
      problems: noProblems,
      checked: [],
      proof: noProof,
      live: null,
      changes: null,
      trail: null,
      walk: null,
      focusField: null,
      apply: (edit, { burst, keepSelection = false } = {}) => {
        const { definition: before, layout, log: past, readOnly: fixed, selection } = get();
        if (fixed) return [];
        const edited = edit(before);
        if (edited.definition === before) return [];
        const after = keepDrawing(before, edited.definition, layout);
        const chosen = keepSelection ? selection : (edited.select ?? selection);
        set({
          ...drawn({ ...get(), definition: after, collapsed: stillCollapsed(get().collapsed, after, chosen) }),
          log: record(past, { before, after, burst: burst ?? null, atMs: performance.now() }),
          selection: chosen,
          drag: null,
          dropBand: null,
          ...(get().walk && noWalk),
        });
        return edited.select ?? [];
      },
      undo: () => step(undo),
      redo: () => step(redo),
      select: (ids) => {
        const before = get().selection;
        if (before.length === ids.length && before.every((id, index) => id === ids[index])) return;
        const collapsed = stillCollapsed(get().collapsed, get().definition, ids);
        set({
          selection: ids,
          focusField: null,
          ...(collapsed !== get().collapsed && drawn({ ...get(), collapsed })),
        });
      },
      fold: (stageId) => {
        const collapsed = new Set(get().collapsed);
        if (!collapsed.delete(stageId)) collapsed.add(stageId);
        const hidden = new Set(
          get().definition.nodes.flatMap((node) => (isStep(node) && collapsed.has(node.stage) ? [node.id] : [])),
        );
        set({ ...drawn({ ...get(), collapsed }), selection: get().selection.filter((id) => !hidden.has(id)) });
      },
      setTidied: (stageId, band) => {
        const tidied = {
          ...get().tidied,
          [stageId]: [band, ...(get().tidied[stageId] ?? [])].slice(0, NEWEST_LAYOUTS),
        };
        set(drawn({ ...get(), tidied }));
      },
      judge: ({ checked = get().checked, proof = get().proof }) =>
        set({ checked, proof, problems: problemsOf(judged(get().definition, checked, proof)) }),
      set: (part) => set(part),
      setLanguage: (language) => {
        if (language !== get().language) set(drawn({ ...get(), language }));
      },
      open: (next, nextLog = emptyLog) =>
        set({
          ...drawn({ ...get(), definition: next }),
          log: nextLog,
          selection: [],
          drag: null,
          quickAdd: null,
          ...(get().walk && noWalk),
        }),
    };
  });
