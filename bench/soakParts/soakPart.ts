/** One call of a part. */
export interface SoakTurn {
  readonly seed: number;
  /** The part's own folder, kept between calls. */
  readonly folder: string;
  /** When this call must have come to its end. */
  readonly deadlineMs: number;
  readonly say: (line: string) => void;
}

/** What a call came to: figures so far, what is wrong, and whether the part has reached its full figures. */
export interface SoakOutcome {
  readonly isDone: boolean;
  readonly figures: string;
  readonly failures: readonly string[];
}

/** Goes on where the last call ended, and judges all that has happened so far. */
export type SoakPart = (turn: SoakTurn) => Promise<SoakOutcome>;
