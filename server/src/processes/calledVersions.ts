import { type CalledProcess, DEFINITION_LIMITS, type ProcessDefinition, storedDefinition } from "@sluice/process";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { FirmWorld } from "./checkInThread.ts";

/**
 * Versions never change, so what they look like to their callers is worked out once; the longest unused give way. As many are
 * kept as one definition can call.
 */
const KEPT = DEFINITION_LIMITS.nodes;
/** The last number that a version can have. */
const LAST_VERSION = 2_147_483_647;

interface Call {
  readonly process: string;
  readonly version: number | "latest";
}

interface Version {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly latest: boolean;
}

/** Whether a version can be there at all. */
const canBe = (version: unknown): version is Call["version"] =>
  version === "latest" ||
  (typeof version === "number" && Number.isInteger(version) && version >= 1 && version <= LAST_VERSION);

/** The processes that a definition calls in a version that can be there, whatever else is wrong with it. */
const callsOf = (unverified: unknown): readonly Call[] => {
  const { nodes } = (unverified ?? {}) as { readonly nodes?: unknown };
  if (!Array.isArray(nodes)) return [];
  return nodes.slice(0, DEFINITION_LIMITS.nodes).flatMap((node: unknown): readonly Call[] => {
    const { kind, process, version = "latest" } = (node ?? {}) as Readonly<Record<string, unknown>>;
    if (kind !== "subprocess" || typeof process !== "string" || !canBe(version)) return [];
    return [{ process, version }];
  });
};

/** The versions of these processes that are in force, or that are called by their number. */
const versionsOf = async (db: Kysely<DB>, calls: readonly Call[]): Promise<readonly Version[]> => {
  const keys = [...new Set(calls.map(({ process }) => process))];
  const numbers = calls.flatMap(({ version }) => (version === "latest" ? [] : [version]));
  const { rows } = await sql<Version>`
    SELECT v.process_key AS key, v.version, v.hash, v.version = p.published_version AS latest
    FROM process p JOIN process_version v ON v.process_key = p.key
    WHERE p.key = ANY(${keys}) AND (v.version = p.published_version OR v.version = ANY(${numbers}::int[]))`.execute(db);
  const isCalled = ({ key, version, latest }: Version) =>
    calls.some((call) => call.process === key && (call.version === "latest" ? latest : call.version === version));
  return rows.filter(isCalled);
};

const definitionOf = async (db: Kysely<DB>, { key, version }: Version): Promise<ProcessDefinition | null> => {
  const { rows } = await sql<{ definition: unknown }>`
    SELECT definition FROM process_version WHERE process_key = ${key} AND version = ${version}`.execute(db);
  return rows[0] === undefined ? null : storedDefinition(rows[0].definition);
};

/**
 * Finds what the published versions that a definition calls know of variables: those it names by number, and those in force.
 *
 * Bounded by the steps that a definition may have. `read` works out what one version looks like; it is asked once a version.
 */
export const calledVersions = (read: (definition: ProcessDefinition) => Promise<CalledProcess>) => {
  const kept = new Map<string, CalledProcess>();

  const known = async (db: Kysely<DB>, version: Version): Promise<CalledProcess | null> => {
    const found = kept.get(version.hash);
    kept.delete(version.hash);
    const definition = found === undefined ? await definitionOf(db, version) : null;
    const as = found ?? (definition && (await read(definition)));
    if (as === null) return null;
    kept.set(version.hash, as);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return as;
  };

  return async (db: Kysely<DB>, unverified: unknown): Promise<FirmWorld["called"]> => {
    const calls = callsOf(unverified);
    if (calls.length === 0) return [];
    const called: FirmWorld["called"][number][] = [];
    for (const version of await versionsOf(db, calls)) {
      const as = await known(db, version);
      if (as === null) continue;
      called.push({ process: version.key, version: version.version, as });
      if (version.latest) called.push({ process: version.key, version: "latest", as });
    }
    return called;
  };
};
