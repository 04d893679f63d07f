import { z } from "zod";

/** Which record a procedure was about, as its path and input tell. */
export type About =
  | { readonly caseId: string }
  | { readonly taskId: string }
  | { readonly type: string; readonly id: string }
  /** A record that is to be made. */
  | { readonly type: string; readonly id: null };

const ids = z.object({
  caseId: z.uuid().optional(),
  taskId: z.uuid().optional(),
  id: z.uuid().optional(),
  recordType: z.string().optional(),
  recordId: z.uuid().optional(),
});

const typeOfResource: Readonly<Record<string, string>> = {
  customers: "customer",
  contacts: "contact",
  products: "product",
  priceBooks: "priceBook",
  territories: "territory",
  costSheets: "costSheet",
  quotes: "quote",
  orders: "order",
};

/** Answers what a procedure was about; null when nothing that exists is named. The input is unverified and only looked up. */
export const aboutOf = (path: string, input: unknown): About | null => {
  const parsed = ids.safeParse(input);
  if (!parsed.success) return null;
  const { caseId, taskId, id, recordType, recordId } = parsed.data;
  if (caseId !== undefined) return { caseId };
  if (taskId !== undefined) return { taskId };
  if (recordType !== undefined && recordId !== undefined) return { type: recordType, id: recordId };
  const type = typeOfResource[path.split(".")[0] ?? ""];
  return type === undefined ? null : { type, id: id ?? null };
};
