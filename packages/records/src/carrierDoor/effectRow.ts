import type { Json } from "@sluice/process";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** An outer effect as the door keeps it. */
export interface EffectRow {
  readonly key: string;
  readonly block: string;
  readonly input: unknown;
  readonly status: string;
  readonly attempts: number;
  readonly on_unknown: string;
}

/** The effect of a case that this transaction holds; null when there is none. */
export const findEffect = async (tx: DoorTransaction, caseId: string, key: string): Promise<EffectRow | null> =>
  (await tx.db
    .selectFrom("effect")
    .select(["key", "block", "input", "status", "attempts", "on_unknown"])
    .where("case_id", "=", caseId)
    .where("key", "=", key)
    .executeTakeFirst()) ?? null;

/** How an effect ended, as far as anybody knows. */
export const endEffect = async (
  tx: DoorTransaction,
  effect: { readonly caseId: string; readonly key: string },
  end: {
    readonly status: "done" | "failed" | "asking" | "happenedAnyway";
    readonly at: string;
    readonly output?: Readonly<Record<string, Json>>;
    readonly error?: string;
  },
): Promise<void> => {
  await tx.db
    .updateTable("effect")
    .set({
      status: end.status,
      ended_at: end.at,
      error: end.error ?? null,
      ...(end.output === undefined ? {} : { output: JSON.stringify(end.output) }),
    })
    .where("case_id", "=", effect.caseId)
    .where("key", "=", effect.key)
    .execute();
};
