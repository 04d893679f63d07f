import type { LocalText } from "@sluice/problems";

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
}

export const pathOf = ({ path }: Finding): readonly (string | number)[] =>
  path === undefined ? [] : typeof path === "string" ? path.split(".").filter((part) => part !== "") : path;
