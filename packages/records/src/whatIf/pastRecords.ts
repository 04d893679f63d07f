import type { Json } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import type { RecordRef } from "../registry/storedRecord.ts";

interface Change {
  readonly at: string;
  readonly value: Json;
  readonly caseId: string | null;
}

interface Trail {
  readonly createdAt: string;
  readonly changes: ReadonlyMap<string, readonly Change[]>;
  readonly changedAt: readonly string[];
}

interface Line {
  readonly id: string;
  readonly at: string;
  readonly action: "create" | "patch";
  readonly caseId: string | null;
  readonly detail: Readonly<Record<string, Json>> | null;
}

const memberOf = (value: Json, name: string): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? ((value as { readonly [key: string]: Json })[name] ?? null)
    : null;

const isChange = (value: Json): value is { readonly to: Json } =>
  typeof value === "object" && value !== null && "to" in value;

const keyOf = ({ type, id }: RecordRef): string => `${type}:${id}`;

const trailIn = (lines: readonly Line[]): Trail | null => {
  const created = lines.find(({ action }) => action === "create");
  if (created === undefined) return null;
  const changes = new Map<string, Change[]>();
  for (const { at, action, caseId, detail } of lines)
    for (const [path, told] of Object.entries(detail ?? {})) {
      const value = action === "create" ? told : isChange(told) ? told.to : null;
      changes.set(path, [...(changes.get(path) ?? []), { at, value, caseId }]);
    }
  return { createdAt: created.at, changes, changedAt: lines.map(({ at }) => at) };
};

/**
 * What the audit trail says of records as they were. Only what it says: a record whose beginning it does not hold has no past
 * here, and what stands today is never looked at.
 */
export class PastRecords {
  private readonly db: Kysely<DB>;
  private readonly types: RecordTypes;
  /** The paths that anybody will ask for, by the first name of each. */
  private readonly names: readonly string[];
  private readonly nested: readonly (readonly string[])[];
  private readonly trails = new Map<string, Trail | null>();

  constructor(db: Kysely<DB>, types: RecordTypes, paths: readonly string[]) {
    this.db = db;
    this.types = types;
    const split = [...new Set(paths)].map((path) => path.split("."));
    this.nested = split.filter(({ length }) => length > 1);
    this.names = [...new Set(split.flat())];
  }

  /** Reads the trails of these records, and of those that the paths lead to. */
  async load(type: string, ids: readonly string[]): Promise<void> {
    await this.read(type, ids);
    for (let level = 0; level < Math.max(0, ...this.nested.map(({ length }) => length - 1)); level += 1) {
      const refs = this.nested.flatMap((path) =>
        ids.flatMap((id) => this.reachedBy({ type, id }, path.slice(0, level + 1))),
      );
      for (const [target, all] of Object.entries(groupedByType(refs))) await this.read(target, all);
    }
  }

  /** The instants at which a record was changed, in order. */
  changedAt(ref: RecordRef): readonly string[] {
    return this.trails.get(keyOf(ref))?.changedAt ?? [];
  }

  /** The value at a path as of an instant, but for what one case itself has written; undefined where the trail does not say. */
  value(
    ref: RecordRef,
    path: string,
    { at, butBy }: { readonly at: string; readonly butBy: string | null },
  ): Json | undefined {
    const [name = "", ...rest] = path.split(".");
    const trail = this.trails.get(keyOf(ref));
    if (!trail || trail.createdAt > at) return undefined;
    if (name === "id") return ref.id;
    const type = this.types.get(ref.type);
    if (type.derivedFacts?.[name] !== undefined || !this.names.includes(name)) return undefined;
    const value =
      trail.changes
        .get(name)
        ?.findLast((change) => change.at <= at && (change.caseId === null || change.caseId !== butBy))?.value ?? null;
    if (rest.length === 0 || value === null) return value;
    const target = type.schema.fields[name]?.refersTo;
    if (target === undefined || typeof value !== "string") return rest.reduce(memberOf, value);
    return this.value({ type: target, id: value }, rest.join("."), { at, butBy });
  }

  /** Every record that a path has ever led to. */
  private reachedBy(ref: RecordRef, path: readonly string[]): readonly RecordRef[] {
    const [name = "", ...rest] = path;
    const target = this.types.get(ref.type).schema.fields[name]?.refersTo;
    if (target === undefined) return [];
    const ids = (this.trails.get(keyOf(ref))?.changes.get(name) ?? []).flatMap(({ value }) =>
      typeof value === "string" ? [{ type: target, id: value }] : [],
    );
    return rest.length === 0 ? ids : ids.flatMap((it) => this.reachedBy(it, rest));
  }

  private async read(type: string, ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.trails.has(keyOf({ type, id })));
    if (unknown.length === 0) return;
    const { rows } = await sql<Line>`
      SELECT record_id AS id, at, action, case_id AS "caseId", (
        SELECT jsonb_object_agg(key, value) FROM jsonb_each(CASE WHEN action = 'create' THEN detail -> 'fields' ELSE detail END)
        WHERE key = ANY (${this.names}::text[])) AS detail
      FROM audit WHERE record_type = ${type} AND record_id = ANY (${unknown}::uuid[]) AND action IN ('create', 'patch')
      ORDER BY record_id, at, id`.execute(this.db);
    const lines = new Map<string, Line[]>(unknown.map((id) => [id, []]));
    for (const line of rows) lines.get(line.id)?.push(line);
    for (const [id, own] of lines) this.trails.set(keyOf({ type, id }), trailIn(own));
  }
}

const groupedByType = (refs: readonly RecordRef[]): Readonly<Record<string, readonly string[]>> => {
  const grouped: Record<string, string[]> = {};
  for (const { type, id } of refs) (grouped[type] ??= []).push(id);
  return grouped;
};
