import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** A person as they were. */
export interface PastPerson {
  readonly id: string;
  /** As they are called today: it decides nothing, so nobody keeps what it was. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly post: string | null;
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly active: boolean;
  readonly absent: { readonly from: string; readonly until: string | null; readonly deputyId: string | null } | null;
}

export interface PastDepartment {
  readonly id: string;
  readonly headId: string | null;
  readonly path: readonly string[];
  readonly updatedAt: string;
}

type Told = Omit<PastPerson, "id">;

interface PersonRow extends PastPerson {
  readonly createdAt: string;
}

interface Line {
  readonly id: string;
  readonly at: string;
  readonly fields: readonly string[] | null;
  readonly was: Partial<Told> | null;
}

const DECIDES: ReadonlySet<string> = new Set(["roles", "post", "departmentId", "managerId", "active", "absent"]);

/** More changes of people than this since the beginning of a period are not undone: nobody is known before them. */
const MOST_LINES = 20_000;

/**
 * Who was who in the firm at an instant: the people of today with everything undone that the audit trail says was changed since.
 * Where a change does not tell what was before, nobody is known before it.
 */
export class PastDirectory {
  private readonly people: readonly PersonRow[];
  private readonly lines: readonly Line[];
  private readonly knownSince: string;
  readonly departments: ReadonlyMap<string, PastDepartment>;
  private readonly kept = new Map<number, ReadonlyMap<string, PastPerson>>();
  private readonly createdAt: ReadonlyMap<string, string>;
  private readonly completeSince: string;

  private constructor(people: readonly PersonRow[], lines: readonly Line[], departments: readonly PastDepartment[]) {
    this.people = people;
    this.lines = lines;
    this.createdAt = new Map(people.map(({ id, createdAt }) => [id, createdAt]));
    this.completeSince = people.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), "");
    this.departments = new Map(departments.map((it) => [it.id, it]));
    const blind = lines.find(({ fields, was }) =>
      fields?.some((it) => DECIDES.has(it) && !(was !== null && it in was)),
    );
    this.knownSince = lines.length > MOST_LINES ? "9999" : (blind?.at ?? "");
  }

  static async read(db: Kysely<DB>, from: string): Promise<PastDirectory> {
    const { rows: people } = await sql<PersonRow>`
      SELECT id, name, roles, post, department_id AS "departmentId", manager_id AS "managerId", active, created_at AS "createdAt",
        CASE WHEN absent_from IS NULL THEN NULL ELSE jsonb_build_object('from', to_char(absent_from AT TIME ZONE 'UTC', ${'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'}),
          'until', to_char(absent_until AT TIME ZONE 'UTC', ${'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'}), 'deputyId', deputy_id) END AS absent
      FROM person ORDER BY id`.execute(db);
    const { rows: lines } = await sql<Line>`
      SELECT record_id AS id, at, detail -> 'fields' AS fields, detail -> 'was' AS was FROM audit
      WHERE record_type = 'person' AND action IN ('changed', 'deactivated') AND at >= ${from}
      ORDER BY at DESC, id DESC LIMIT ${MOST_LINES + 1}`.execute(db);
    const { rows: departments } = await sql<PastDepartment>`
      SELECT id, head_id AS "headId", path, updated_at AS "updatedAt" FROM department`.execute(db);
    return new PastDirectory(people, lines, departments);
  }

  /** What somebody is called; null for whoever is none of the firm. */
  nameOf(personId: string): string | null {
    return this.people.find(({ id }) => id === personId)?.name ?? null;
  }

  /** Everybody who was there then, by id and in the order of their ids; null when nobody can tell. */
  at(instant: string): ReadonlyMap<string, PastPerson> | null {
    if (instant < this.knownSince) return null;
    const undone = this.lines.filter(({ at }) => at > instant);
    const known = this.kept.get(undone.length);
    const everybody = known ?? this.without(undone);
    if (known === undefined) this.kept.set(undone.length, everybody);
    if (instant >= this.completeSince) return everybody;
    return new Map([...everybody].filter(([id]) => (this.createdAt.get(id) ?? "") <= instant));
  }

  private without(undone: readonly Line[]): ReadonlyMap<string, PastPerson> {
    const people = new Map<string, PastPerson>(this.people.map(({ createdAt: _createdAt, ...it }) => [it.id, it]));
    for (const { id, was } of undone) {
      const person = people.get(id);
      if (person && was !== null) people.set(id, { ...person, ...was });
    }
    return people;
  }
}
