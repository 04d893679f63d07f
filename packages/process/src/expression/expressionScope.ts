import type { LocalText } from "@sluice/problems";
import type { Variable } from "../definition/variable.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";

/** A variable as an expression that stands somewhere sees it. */
export interface ScopeVariable {
  readonly type: Variable["type"] | "any";
  readonly name: LocalText;
  /** Set on every way there. */
  readonly isCertain: boolean;
}

/** What an expression may speak of where it stands, and what it has to answer. */
export interface ExpressionScope {
  readonly schemas: RecordSchemas;
  /** Null where nothing is known of the record. */
  readonly recordType: string | null;
  readonly variables: ReadonlyMap<string, ScopeVariable>;
  readonly isCondition: boolean;
  /** Whether the way of a case, or who is asked, hangs on it, or it becomes data: a condition, a column of a table, a rule of people, a field that is set. */
  readonly isDeciding?: boolean;
  /** Asked again whenever a fact changes, so it may not know the time. */
  readonly watched: boolean;
}
