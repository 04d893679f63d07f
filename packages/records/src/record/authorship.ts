import type { Actor } from "@sluice/process";

/** By whom, when and on what occasion something is written. */
export interface Authorship {
  readonly actor: Actor;
  readonly via: string;
  readonly at: string;
  readonly commandId: string | null;
  /** The step of a case that writes it, when one does. */
  readonly step: { readonly caseId: string; readonly seq: number; readonly chain: number } | null;
}

/** The person behind a write, or null for the machine. */
export const personOf = ({ actor }: Authorship): string | null => (actor.kind === "person" ? actor.personId : null);
