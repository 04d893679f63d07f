/**
 * What a step came past: the wires and moves it took, and what each condition answered that was asked, by the id of its step,
 * move or wire. Filled in for whoever plays a case; the door asks for none. What was taken back is not among what was taken.
 */
export interface Sightings {
  readonly taken: string[];
  readonly asked: { readonly id: string; readonly holds: boolean }[];
}

/** Nothing has been come past yet. */
export const noSightings = (): Sightings => ({ taken: [], asked: [] });
