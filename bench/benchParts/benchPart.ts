/** A figure that was taken, beside the limit it must hold; without one it is shown for what it tells. */
export interface BenchFigure {
  readonly figure: string;
  readonly value: number;
  readonly unit: "ms" | "s" | "×" | "/s" | "MB" | "";
  readonly limit?: { readonly atMost: number } | { readonly atLeast: number };
}

/** One call of a part. */
export interface BenchTurn {
  /** What it stands on and how far it is. */
  readonly say: (line: string) => void;
  /** How much of the full time and amounts are taken: 1, or less for a rough look. */
  readonly share: number;
}

/** Takes the figures of one part of the system. */
export type BenchPart = (turn: BenchTurn) => readonly BenchFigure[] | Promise<readonly BenchFigure[]>;
