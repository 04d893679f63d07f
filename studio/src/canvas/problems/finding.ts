import type { LocalText } from "@sluice/problems";
import type { FindingDetail, PathStep } from "@sluice/process";

/** A step of the way on which a control point fails, as it comes over the wire. */
type ExampleStep = Omit<PathStep, "happening" | "actor"> & {
  readonly happening: { readonly type: string };
  readonly actor: { readonly kind: string };
};

/** One thing the checker found: where, how bad, and how to put it right. */
export interface Finding {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: LocalText;
  readonly node?: string | undefined;
  readonly edge?: string | undefined;
  readonly move?: string | undefined;
  /** The setting inside the element, dotted or as keys. */
  readonly path?: string | readonly (string | number)[] | undefined;
  readonly fix?: LocalText | undefined;
  /** What a fix needs to know besides. */
  readonly detail?: FindingDetail | undefined;
  /** For a control point that fails: the steps of the shortest way on which it does. */
  readonly example?: readonly ExampleStep[] | undefined;
}

export const pathOf = ({ path }: Finding): readonly (string | number)[] =>
  path === undefined ? [] : typeof path === "string" ? path.split(".").filter((part) => part !== "") : path;

/** The way on which a control point fails, step by step, as the prover went it; empty for any other finding. */
export const exampleOf = ({ example = [] }: Finding): readonly PathStep[] => example as readonly PathStep[];
