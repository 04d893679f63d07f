/** Something that a kind, a block or a record type must have: a text in a file. */
export interface Part {
  readonly what: string;
  /** From the root; a name that ends with a slash is a folder, and the text must stand in one of its tests. */
  readonly path: string;
  readonly says: RegExp;
}

/** Where the sources are looked up: the real ones, or those of a trial. */
export interface SourceTree {
  /** The text of a file; `null` when there is none. */
  read(path: string): string | null;
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): readonly string[];
}

const isThere = ({ path, says }: Part, tree: SourceTree): boolean =>
  path.endsWith("/")
    ? tree.list(path).some((name) => /\.test\.tsx?$/.test(name) && says.test(tree.read(`${path}${name}`) ?? ""))
    : says.test(tree.read(path) ?? "");

/** Answers every part that is not there, with where it belongs. */
export const missingParts = (parts: readonly Part[], tree: SourceTree): string[] =>
  parts.filter((part) => !isThere(part, tree)).map(({ what, path }) => `${what}: ${path}`);
