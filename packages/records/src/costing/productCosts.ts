import type { FactContext } from "../registry/recordContext.ts";

/** What a product costs us, as it stands in the catalogue. */
export interface ProductCost {
  readonly cost: string | null;
  readonly currency: string;
}

/** The present cost of each product, by id; every one of them is watched from now on. */
export const productCosts = async (
  productIds: readonly (string | null)[],
  ctx: FactContext,
): Promise<Readonly<Record<string, ProductCost>>> => {
  const ids = [...new Set(productIds.filter((id) => id !== null))].toSorted();
  for (const id of ids) ctx.watch({ type: "product", id });
  if (ids.length === 0) return {};
  const rows = await ctx.db.selectFrom("product").select(["id", "cost", "currency"]).where("id", "in", ids).execute();
  return Object.fromEntries(rows.map(({ id, cost, currency }) => [id, { cost, currency }]));
};
