import { rightsWithFields, type RightsRule } from "@sluice/domain";
import type { Kysely } from "kysely";
import { readFields } from "../customField/readFields.ts";
import { withFields } from "../customField/withFields.ts";
import type { DB } from "../generated/database.ts";
import type { RecordType } from "./recordType.ts";
import { recordTypes, type RecordTypes } from "./recordTypes.ts";

/**
 * The record types and rights as they stand now: what is built in, and what admins added.
 *
 * Whoever reads or writes says first which revision of the fields stands (`reach`): it comes with their first statement, so
 * that no server ever works with fields that another one has changed. This file is the sole owner of that.
 */
export class LiveRegistry {
  readonly #builtIn: readonly RecordType[];
  readonly #rules: readonly RightsRule[];
  readonly #onChange: () => void;
  #revision = 0;
  #types: RecordTypes;
  #rights: readonly RightsRule[];

  /** The record types, always as they stand now. */
  readonly types: RecordTypes;

  constructor(builtIn: readonly RecordType[], rules: readonly RightsRule[], onChange: () => void = () => undefined) {
    this.#builtIn = builtIn;
    this.#rules = rules;
    this.#onChange = onChange;
    this.#types = recordTypes(builtIn);
    this.#rights = rules;
    const current = (): RecordTypes => this.#types;
    this.types = {
      get: (type) => current().get(type),
      find: (type) => current().find(type),
      get all() {
        return current().all;
      },
    };
  }

  get rights(): readonly RightsRule[] {
    return this.#rights;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Goes on to the fields as they stand now, unless they are those of this revision. Never goes back. */
  async reach(revision: number, db: Kysely<DB>): Promise<void> {
    if (revision <= this.#revision) return;
    const read = await readFields(db);
    if (read.revision <= this.#revision) return;
    this.#types = recordTypes(this.#builtIn.map((type) => withFields(type, read.fields)));
    this.#rights = rightsWithFields(this.#rules, read.fields);
    this.#revision = read.revision;
    this.#onChange();
  }
}
