import { sql, type RawBuilder } from "kysely";

/** The SQL test for the id of a department, or of one below it. */
export const isWithin = (departmentId: RawBuilder<unknown>, department: string): RawBuilder<boolean> =>
  sql<boolean>`${departmentId} IN (SELECT id FROM department WHERE path @> ARRAY[${department}::uuid])`;

/** The SQL test for an amount from and below what is asked for; either may be left open. */
export const isOfAmount = (
  amount: RawBuilder<unknown>,
  { amountFrom, amountUntil }: { readonly amountFrom?: string | undefined; readonly amountUntil?: string | undefined },
): RawBuilder<boolean> => {
  const [from, until] = [sql`${amountFrom ?? null}::numeric`, sql`${amountUntil ?? null}::numeric`];
  return sql<boolean>`((${from} IS NULL OR ${amount} >= ${from}) AND (${until} IS NULL OR ${amount} < ${until}))`;
};
