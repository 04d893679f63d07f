import {
  type Control,
  DEFINITION_FORMAT,
  type Edge,
  type Node,
  type ProcessDefinition,
  type ProcessDefinitionInput,
  processDefinitionSchema,
} from "@sluice/process";
import { blankNode } from "../model/blankNode.ts";
import type { Edit } from "../model/edited.ts";
import { findNode, takenIds } from "../model/elements.ts";
import { freshId } from "../model/freshId.ts";
import { variablesNamed } from "../model/namesOf.ts";
import { type Border, borderOf } from "./borderOf.ts";
import { passedOf } from "./passedOf.ts";
import { whyNotExtract, type NotExtractable } from "./whyNotExtract.ts";

interface Named {
  readonly en: string;
  readonly zh: string;
}

export interface ExtractInput {
  readonly ids: readonly string[];
  readonly key: string;
  readonly name: Named;
  /** What the new process's start, its stages and its ends are called. */
  readonly words: { readonly start: Named; readonly open: Named; readonly done: Named };
}

/** A way out of the selection: where it led, and the outcome that the sub-process ends with for it. */
export interface WayOut {
  readonly to: string;
  readonly outcome: string;
  readonly edges: readonly Edge[];
}

export interface Extraction {
  /** The new process: the selected steps in one stage, and an end for each way out. */
  readonly made: ProcessDefinition;
  /** Puts the call in the place of the steps. */
  readonly edit: Edit;
  readonly waysOut: readonly WayOut[];
  /** The variables that the sub-process begins with, and those that it brings back: by the names they have here. */
  readonly handedOver: readonly string[];
  readonly broughtBack: readonly string[];
  /** The control points that speak of the steps: they stay here, and find them no more. */
  readonly controls: readonly Control[];
  /** The step that was led to: the call stands there. */
  readonly entry: string;
}

export type Extracted = { readonly refused: readonly NotExtractable[] } | { readonly extraction: Extraction };

const waysOutOf = (definition: ProcessDefinition, { out }: Border): WayOut[] => {
  const taken = new Set<string>();
  return [...new Set(out.map(({ to }) => to))].map((to) => {
    const node = findNode(definition, to);
    const stem = (node?.kind === "stage" ? node.key : to).replace(/[^A-Za-z0-9]/g, "");
    const outcome = freshId(taken, `${stem.charAt(0).toLowerCase()}${stem.slice(1)}` || "done");
    return { to, outcome, edges: out.filter((edge) => edge.to === to) };
  });
};

/** The control points of the process that name one of the steps. */
const controlsNaming = ({ controls }: ProcessDefinition, { steps }: Border): Control[] => {
  const ids = new Set(steps.map(({ id }) => id));
  const names = (part: unknown): boolean =>
    typeof part === "object" &&
    part !== null &&
    (("step" in part && typeof part.step === "string" && ids.has(part.step)) || Object.values(part).some(names));
  return (controls ?? []).filter(names);
};

/**
 * Makes a sub-process of the selected steps: a draft process that holds them, and the edit that puts a call of it in their place.
 * Both processes work on the same record, so fields need no handing over; variables that the steps ask are handed over, and what
 * they set and others ask is brought back, under the names they have. Several ways out become outcomes. Refused with every reason
 * where a case would go another way than before.
 */
export const extract = (definition: ProcessDefinition, input: ExtractInput): Extracted => {
  const { ids, key, name, words } = input;
  const border = borderOf(definition, ids);
  const refused = whyNotExtract(definition, border);
  const [entry] = border?.doors ?? [];
  if (border === null || entry === undefined || refused.length > 0) return { refused };
  const waysOut = waysOutOf(definition, border);
  const { handedOver, broughtBack } = passedOf(definition, border);
  const taken = new Set([...takenIds(definition), ...ids]);
  const fresh = { start: freshId(taken, "start"), open: freshId(taken, "open"), done: freshId(taken, "done") };
  const ends = waysOut.map((way) => ({
    ...way,
    id: freshId(taken, `end-${way.outcome}`.slice(0, 50)),
    name: findNode(definition, way.to)?.name ?? words.done,
  }));
  const steps = border.steps.map((step): Node => ({ ...step, stage: fresh.open }));
  const { inner } = border;
  const leaving = ends.flatMap(({ id, edges }) => edges.map(({ maxVisits: _back, ...edge }) => ({ ...edge, to: id })));
  const named = variablesNamed(steps, [...inner, ...leaving]);
  const made = processDefinitionSchema.parse({
    format: DEFINITION_FORMAT,
    key,
    name,
    kind: "side",
    recordType: definition.recordType,
    ...(definition.departmentId !== undefined && { departmentId: definition.departmentId }),
    variables: definition.variables.filter(({ key: variable }) => named.has(variable)),
    nodes: [
      { id: fresh.start, kind: "start", name: words.start, trigger: { on: "manual" } },
      { id: fresh.open, kind: "stage", key: "open", order: 0, name: words.open, entry },
      { id: fresh.done, kind: "stage", key: "done", order: 1, name: words.done, final: "done" },
      ...steps,
      ...ends.map(({ id, outcome, name: called }) => ({
        id,
        kind: "end" as const,
        stage: fresh.done,
        name: called,
        outcome,
      })),
    ],
    edges: [...inner, ...leaving, { id: freshId(taken, "begin"), from: fresh.start, to: fresh.open }],
  } satisfies ProcessDefinitionInput);
  return {
    extraction: {
      made,
      entry,
      waysOut,
      handedOver,
      broughtBack,
      controls: controlsNaming(definition, border),
      edit: callInPlace({ border, entry, key, name, waysOut, handedOver, broughtBack }),
    },
  };
};

const sameNames = (variables: readonly string[]): Record<string, string> =>
  Object.fromEntries(variables.map((variable) => [variable, variable]));

interface Call extends Pick<ExtractInput, "key" | "name">, Pick<Extraction, "waysOut" | "handedOver" | "broughtBack"> {
  readonly border: Border;
  readonly entry: string;
}

/** The call stands where the first of the steps stood; what led to them leads to it, and it leads where they did. */
const callInPlace =
  ({ border, entry, key, name, waysOut, handedOver, broughtBack }: Call): Edit =>
  (definition) => {
    const gone = new Set(border.steps.map(({ id }) => id));
    const taken = takenIds(definition);
    const id = freshId(taken, key);
    const { position } = border.steps.find((step) => step.id === entry) ?? {};
    const call: Node = {
      ...blankNode("subprocess", { id, name, stage: border.stage, order: 0 }),
      process: key,
      handOver: sameNames(handedOver),
      bringBack: sameNames(broughtBack),
      ...(position && { position }),
    } as Node;
    const toCall = (target: string): string => (target === entry ? id : target);
    const nodes = definition.nodes.flatMap((node): Node[] => {
      if (gone.has(node.id)) return node.id === entry ? [call] : [];
      if (node.kind !== "stage") return [node];
      const moves = node.moves.map((move) => (move.to === entry ? { ...move, to: id } : move));
      return [{ ...node, moves, ...(node.entry !== undefined && { entry: toCall(node.entry) }) }];
    });
    const kept = definition.edges
      .filter(({ from }) => !gone.has(from))
      .map((edge) => (edge.to === entry ? { ...edge, to: id } : edge));
    const onward = waysOut.map(({ to, outcome, edges }): Edge => {
      const visits = edges.flatMap(({ maxVisits }) => maxVisits ?? []);
      return {
        id: freshId(taken, `${id}-${to}`.slice(0, 50)),
        from: id,
        to,
        on: waysOut.length === 1 ? { kind: "next" } : { kind: "outcome", outcome },
        ...(visits.length > 0 && { maxVisits: Math.max(...visits) }),
      };
    });
    return { definition: { ...definition, nodes, edges: [...kept, ...onward] }, select: [id] };
  };
