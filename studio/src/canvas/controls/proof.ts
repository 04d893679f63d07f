import type { ProcessDefinition } from "@sluice/process";
import { type Finding, pathOf } from "../problems/finding.ts";

/** What is known of one control point: it holds on every path, fails on one, or there were too many to look at. */
export type ControlVerdict = "proved" | "fails" | "notProved";

/** What is known of the control points of a definition, and how. */
export interface Proof {
  /** `waiting`: something else must be put right first. `failed`: the prover did not answer. */
  readonly status: "none" | "waiting" | "proving" | "done" | "failed";
  /** By control point. What was known of the definition before stands while another is proved. */
  readonly verdicts: ReadonlyMap<string, ControlVerdict>;
  /** By control point: what a proof has against it. */
  readonly findings: ReadonlyMap<string, Finding>;
  readonly tookMs: number;
}

export const noProof: Proof = { status: "none", verdicts: new Map(), findings: new Map(), tookMs: 0 };

const FAILS = "CONTROL_POINT_FAILS";
const NOT_PROVED = "CONTROL_POINT_NOT_PROVED";

/** Whether a finding says what a proof came to, and not what a check did. */
export const isOfProof = ({ code }: Finding): boolean => code === FAILS || code === NOT_PROVED;

/** The place of the control point that a finding is about; null when it is about something else. */
export const controlIndexOf = (finding: Finding): number | null => {
  const [collection, index] = pathOf(finding);
  return collection === "controls" ? Number(index) : null;
};

/** What a proof says of each control point: one that it has nothing against is proved. */
export const proofOf = (
  { controls = [] }: ProcessDefinition,
  { findings, tookMs }: { readonly findings: readonly Finding[]; readonly tookMs: number },
): Proof => {
  const found = new Map(
    findings.filter(isOfProof).flatMap((finding): readonly (readonly [string, Finding])[] => {
      const control = controls[controlIndexOf(finding) ?? -1];
      return control === undefined ? [] : [[control.id, finding]];
    }),
  );
  const verdictOf = (id: string): ControlVerdict => {
    const finding = found.get(id);
    return finding === undefined ? "proved" : finding.code === FAILS ? "fails" : "notProved";
  };
  return { status: "done", verdicts: new Map(controls.map(({ id }) => [id, verdictOf(id)])), findings: found, tookMs };
};

/** Everything that stands against a definition: what the checker found, and what a proof has against the points it still has. */
export const judged = (
  { controls = [] }: ProcessDefinition,
  checked: readonly Finding[],
  proof: Proof,
): readonly Finding[] => [
  ...checked.filter((finding) => !isOfProof(finding)),
  ...controls.flatMap(({ id }, index) => {
    const finding = proof.findings.get(id);
    return finding === undefined ? [] : [{ ...finding, path: ["controls", index] }];
  }),
];

/** A definition as far as a proof can tell: where its steps are drawn makes no difference to one. */
export const provable = (definition: ProcessDefinition): string =>
  JSON.stringify({
    ...definition,
    nodes: definition.nodes.map((node) => ("position" in node ? { ...node, position: null } : node)),
  });
