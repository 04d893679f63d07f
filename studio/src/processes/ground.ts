/**
 * What the server holds: how often a version was put in force, the revision of the draft since, and the version that it was made
 * from. A draft's revisions begin anew with each version.
 */
export interface Ground {
  readonly turn: number;
  readonly rev: number;
  readonly base: number;
}
