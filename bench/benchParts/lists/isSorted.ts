import type pg from "pg";
import type { Statement } from "../ground/listen.ts";

interface PlanNode {
  readonly "Node Type": string;
  readonly Plans?: readonly PlanNode[];
}

const kindsIn = (node: PlanNode): readonly string[] => [node["Node Type"], ...(node.Plans ?? []).flatMap(kindsIn)];

/** Tells whether Postgres sorts rows to answer a query, instead of reading them in the order of an index. */
export const isSorted = async (pool: pg.Pool, { text, values }: Statement): Promise<boolean> => {
  const { rows } = await pool.query<{ "QUERY PLAN": readonly { readonly Plan: PlanNode }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    [...(values ?? [])],
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (plan === undefined) throw new Error("there is no plan");
  return kindsIn(plan).some((kind) => kind.includes("Sort"));
};
