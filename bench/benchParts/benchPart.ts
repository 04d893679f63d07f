/** A time that was taken, beside the time it may take. */
export interface BenchFigure {
  readonly figure: string;
  readonly tookMs: number;
  readonly limitMs: number;
}

/** Takes the times of one part of the system. */
export type BenchPart = () => readonly BenchFigure[] | Promise<readonly BenchFigure[]>;
