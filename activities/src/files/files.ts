/** A file that is kept: its content's hash is its name, so the same content is kept once. */
export interface KeptFile {
  readonly sha256: string;
  readonly size: number;
  /** Where it lies, within the place that files are kept in. */
  readonly place: string;
}

/** Where the content of files is kept. Never overwritten, never changed. */
export interface Files {
  /**
   * Keeps the content and answers what it is kept as. Idempotent by content.
   *
   * Throws `FileTooLarge` past the limit.
   */
  keep(content: Uint8Array): Promise<KeptFile>;
  /** The content kept at `place`, or null when there is none. */
  read(place: string): Promise<Uint8Array | null>;
}

/** Says that a file is larger than this install keeps. */
export class FileTooLarge extends Error {
  constructor(size: number, limit: number) {
    super(`a file of ${size} bytes is larger than the limit of ${limit}`);
    this.name = "FileTooLarge";
  }
}
