import { randomUUID } from "node:crypto";

/** Wishes that would go through; one of their values is then replaced by something nobody thought of. */
export const wishesOf = (
  known: readonly string[],
): readonly {
  readonly path: string;
  readonly isQuery?: boolean;
  readonly input: Readonly<Record<string, unknown>>;
}[] => {
  const [quote, quoteCase, product, sheet, sheetCase, customer, chen, task] = known;
  const line = { product, description: "Valve", quantity: "1", unit: "pcs", listPrice: "1", discount: "0.1" };
  return [
    { path: "customers.create", input: { fields: { name: "N", phone: "1", grade: "A", note: "n" } } },
    { path: "customers.patch", input: { id: customer, version: 1, fields: { name: "N", owner: chen, note: "n" } } },
    {
      path: "quotes.create",
      input: {
        fields: { name: "Q", customer, currency: "CNY", validUntil: "2030-01-01", discount: "0.1", lines: [line] },
      },
    },
    { path: "quotes.patch", input: { id: quote, version: 1, fields: { terms: "t", lines: [line] } } },
    { path: "quotes.revise", input: { id: quote } },
    { path: "quotes.requestCosting", input: { id: quote } },
    {
      path: "products.create",
      input: {
        fields: { sku: randomUUID(), name: "P", unit: "pcs", listPrice: "1", cost: "1", currency: "CNY", active: true },
      },
    },
    {
      path: "costSheets.create",
      input: {
        fields: {
          quote,
          currency: "CNY",
          rateDate: "2026-11-01",
          validUntil: "2030-01-01",
          lines: [{ kind: "material", description: "m", quantity: "1", unitCost: "1", currency: "USD", rate: "7.1" }],
        },
      },
    },
    { path: "costSheets.patch", input: { id: sheet, version: 1, fields: { rateDate: "2026-11-01", lines: [] } } },
    { path: "orders.create", input: { fields: { quote } } },
    { path: "cases.move", input: { caseId: quoteCase, move: "submit", reason: "r", form: { note: "n" } } },
    { path: "cases.move", input: { caseId: sheetCase, move: "costAgain", reason: "r", form: {} } },
    {
      path: "cases.start",
      input: { process: "costSignOff", recordType: "costSheet", recordId: sheet, variables: { a: 1 } },
    },
    { path: "cases.intervene", input: { caseId: sheetCase, act: { do: "suspend" }, reason: "r" } },
    {
      path: "tasks.act",
      input: { taskId: task, act: { do: "complete", outcome: "costed" }, comment: "c", form: { lines: [] } },
    },
    { path: "tasks.act", input: { taskId: task, act: { do: "transfer", to: chen }, comment: "c" } },
    {
      path: "people.create",
      input: { fields: { name: "P", email: "p@x.example", roles: ["rep"], departmentId: chen, post: "p" } },
    },
    {
      path: "people.patch",
      input: {
        id: chen,
        version: 1,
        fields: { name: "P", absent: { from: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", deputyId: null } },
      },
    },
    {
      path: "processes.saveDraft",
      input: { key: "trial", rev: 0, base: 0, definition: { format: 1, key: "trial", nodes: [], edges: [] } },
    },
    { path: "processes.publish", input: { key: "quote", rev: 1, base: 1 } },
    {
      path: "customers.list",
      isQuery: true,
      input: { cursor: "x", limit: 5, sort: { field: "name", direction: "asc" }, filter: { q: "a", grade: "A" } },
    },
    {
      path: "quotes.list",
      isQuery: true,
      input: { cursor: "x", limit: 5, sort: { field: "total", direction: "desc" }, filter: { stage: "draft" } },
    },
    { path: "cases.list", isQuery: true, input: { cursor: "x", process: "quote", stage: "draft" } },
    { path: "tasks.inbox", isQuery: true, input: { cursor: "x", limit: 5, filter: "mine" } },
    { path: "search.all", isQuery: true, input: { q: "valve" } },
  ];
};
