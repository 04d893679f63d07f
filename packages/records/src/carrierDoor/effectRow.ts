import type { EffectOrigin, Json } from "@sluice/process";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** An outer effect as the door keeps it. */
export interface EffectRow {
  readonly key: string;
  readonly node: string;
  readonly block: string;
  readonly input: unknown;
  readonly status: string;
  readonly attempts: number;
  readonly on_unknown: string;
  readonly undoes: string | null;
}

/** Which step of the case an effect is of, as the kernel is told with its outcome. */
export const originOf = ({ node, undoes, status }: EffectRow): EffectOrigin => ({
  node,
  undoes,
  isWanted: status !== "unwanted",
});

/** The effect of a case that this transaction holds; null when there is none. */
export const findEffect = async (tx: DoorTransaction, caseId: string, key: string): Promise<EffectRow | null> =>
  (await tx.db
    .selectFrom("effect")
    .select(["key", "node", "block", "input", "status", "attempts", "on_unknown", "undoes"])
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
