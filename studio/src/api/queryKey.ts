import type { InputOf, QueryPath } from "./surface.ts";

/** The key under which an answer is kept: its path, then its input. */
export const queryKey = <Path extends QueryPath>(path: Path, input?: InputOf<Path>): readonly unknown[] =>
  input === undefined ? [path] : [path, input];
