/**
 * Which step, wire and move of the new version each of the old one has become. What is not told here is the one of the same id
 * and kind, a wire else the only one between the same steps. `null` says that it has become nothing, and that this is meant.
 */
export interface MigrationMapping {
  readonly nodes: { readonly [old: string]: string | null };
  readonly wires: { readonly [old: string]: string | null };
  readonly moves: { readonly [old: string]: string | null };
}

/** The mapping that tells nothing: everything is what it was. */
export const NO_MAPPING: MigrationMapping = { nodes: {}, wires: {}, moves: {} };

/**
 * What becomes of alarms at steps that stay: `kept` as they were set; `restarted` by the new version, counted from now; `new` by
 * the new version, counted from when the step was entered, so that some may ring at once.
 */
export type TimerChoice = "kept" | "restarted" | "new";

const turned = (map: { readonly [old: string]: string | null }): { readonly [old: string]: string } =>
  Object.fromEntries(Object.entries(map).flatMap(([one, other]) => (other === null ? [] : [[other, one]])));

/** The mapping that leads back. Where two have become one, back leads to the last of them. */
export const turnedBack = ({ nodes, wires, moves }: MigrationMapping): MigrationMapping => ({
  nodes: turned(nodes),
  wires: turned(wires),
  moves: turned(moves),
});
