type Raw = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

/** A join by count cancelled the rest; a table by priority took its first row, and one that summed listed its rows. */
const nodeInFormat2 = (node: unknown): unknown => {
  if (!isObject(node)) return node;
  const { kind, wait, table } = node;
  if (kind === "join" && isObject(wait) && wait["for"] === "count")
    return { ...node, wait: { ...wait, rest: "cancel" } };
  if (kind !== "branch" || !isObject(table)) return node;
  const hits: Raw = { P: "F", "C+": "C" };
  return { ...node, table: { ...table, hit: hits[String(table["hit"])] ?? table["hit"] } };
};

const toFormat2 = (older: Raw): Raw => ({
  ...older,
  format: 2,
  ...(Array.isArray(older["nodes"]) ? { nodes: older["nodes"].map(nodeInFormat2) } : {}),
});

/** How a definition of one format becomes one of the next: the first entry upgrades format 1. What a process does stays the same. */
export const upgrades: readonly ((older: Raw) => Raw)[] = [toFormat2];
