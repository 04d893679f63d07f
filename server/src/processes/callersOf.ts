import type { LocalText } from "@sluice/problems";
import type { Caller } from "@sluice/process";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";

/** The steps that call the version in force. They and variables are said alike in every format so far. */
const CALLS =
  '$.nodes[*] ? (@.kind == "subprocess" && @.process == $key && (!exists(@.version) || @.version == "latest"))';
/** The most that are asked for: whoever publishes is told of so many, by name. */
const LIMIT = 50;

interface Step {
  readonly handOver?: Readonly<Record<string, string>>;
  readonly bringBack?: Readonly<Record<string, string>>;
  readonly each?: string;
  readonly wait?: boolean;
}

interface Row {
  readonly name: LocalText;
  readonly variables: Caller["variables"] | null;
  readonly steps: readonly Step[];
}

const callOf = ({ handOver = {}, bringBack = {}, each, wait = true }: Step): Caller["calls"][number] => ({
  handOver,
  bringBack,
  wait,
  ...(each === undefined ? {} : { each }),
});

/**
 * Finds the published processes that call this one in whichever version is in force, itself left out: at most 50 of them, by their
 * keys, and of each only what it hands over and brings back.
 */
export const callersOf = async (db: Kysely<DB>, key: unknown): Promise<readonly Caller[]> => {
  if (typeof key !== "string") return [];
  const { rows } = await sql<Row>`
    SELECT v.definition -> 'name' AS name, v.definition -> 'variables' AS variables,
      jsonb_path_query_array(v.definition, ${CALLS}::jsonpath, jsonb_build_object('key', ${key}::text)) AS steps
    FROM process p JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    WHERE p.key <> ${key}
      AND v.definition @> jsonb_build_object('nodes', jsonb_build_array(
        jsonb_build_object('kind', 'subprocess', 'process', ${key}::text)))
      AND jsonb_path_exists(v.definition, ${CALLS}::jsonpath, jsonb_build_object('key', ${key}::text))
    ORDER BY p.key LIMIT ${LIMIT}`.execute(db);
  return rows.map(({ name, variables, steps }) => ({
    name,
    variables: variables ?? [],
    calls: steps.map(callOf),
  }));
};
