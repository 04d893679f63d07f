import type { Json } from "../../kernel/json.ts";
import type { ElementKind } from "./elements.ts";

/** Whose side is taken where both changed the same. */
export type Choice = "mine" | "theirs";

/**
 * Where two sets of changes cannot both stand.
 *
 * - `bothChanged`: both set `path` otherwise; null for the element as a whole
 * - `removedByMine`, `removedByTheirs`: one took the element away, the other changed it or built on it (`uses`)
 */
export interface Conflict {
  /** What it is chosen by; the same as long as the three versions are. */
  readonly key: string;
  readonly kind: "bothChanged" | "removedByMine" | "removedByTheirs";
  readonly of: ElementKind;
  readonly id: string;
  readonly path: string | null;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
  /** The elements that stand on one which the other side took away. */
  readonly uses: readonly { readonly of: ElementKind; readonly id: string }[];
}

/** What was left out of a merge, because what it stands on is gone, or given another name, because both had taken it. */
export interface Adjusted {
  readonly what: "leftOut" | "renamed";
  readonly of: ElementKind;
  readonly id: string;
}
