/** What changed, for everybody who looks at it: never a value, only what to read again. */
export interface Change {
  readonly type: string;
  readonly id: string;
  readonly version: number;
}

/** The channel on which a commit tells what changed. */
export const CHANNEL = "sluice";

/** Postgres takes payloads shorter than this. */
const LIMIT_BYTES = 7_900;

/** Packs changes into as few payloads as Postgres takes; the last version of each thing is told once. */
export const payloadsOf = (changes: readonly Change[]): readonly string[] => {
  const last = new Map(changes.map((change) => [`${change.type}:${change.id}`, change]));
  const payloads: string[] = [];
  let items: string[] = [];
  let size = 2;
  for (const change of last.values()) {
    const item = JSON.stringify({ type: change.type, id: change.id, version: change.version });
    const itemSize = Buffer.byteLength(item) + 1;
    if (size + itemSize > LIMIT_BYTES) {
      payloads.push(`[${items.join(",")}]`);
      items = [];
      size = 2;
    }
    items.push(item);
    size += itemSize;
  }
  if (items.length > 0) payloads.push(`[${items.join(",")}]`);
  return payloads;
};
