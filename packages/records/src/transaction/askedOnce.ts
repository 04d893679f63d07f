import type { DoorTransaction } from "./doorTransaction.ts";

/** Asks a question about the firm (a department, which processes begin) once in a transaction, whoever else asks it. */
export const askedOnce = <Answer>(
  tx: DoorTransaction,
  question: readonly unknown[],
  ask: () => Promise<Answer>,
): Promise<Answer> => {
  const key = JSON.stringify(question);
  const answer = (tx.asked.get(key) as Promise<Answer> | undefined) ?? ask();
  tx.asked.set(key, answer);
  return answer;
};
