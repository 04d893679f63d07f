import type { Fact, Json } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

interface Row {
  readonly key: string;
  readonly version: number;
  readonly at: string;
}

/** Which version of each process was the newest published at an instant. */
export class PastVersions {
  private readonly rows: readonly Row[];

  private constructor(rows: readonly Row[]) {
    this.rows = rows;
  }

  static async read(db: Kysely<DB>): Promise<PastVersions> {
    const { rows } = await sql<Row>`
      SELECT process_key AS key, version, published_at AS at FROM process_version ORDER BY published_at, version`.execute(
      db,
    );
    return new PastVersions(rows);
  }

  at({ process, version }: Extract<Fact, { fact: "process" }>, at: string): Json {
    const found = this.rows.findLast(
      (row) => row.key === process && row.at <= at && (version === "latest" || row.version === version),
    );
    return found === undefined ? null : { version: found.version };
  }
}
