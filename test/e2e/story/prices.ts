import { type ProcessDefinition, processDefinitionSchema } from "@sluice/process";
import { templateOf } from "@sluice/templates";
import type { Asking } from "./asking.ts";
import { costedQuotes, forEachOf, type Wanted } from "./costedQuotes.ts";

/** Above this, a special price is explained before it is decided on. */
const LARGE = 500_000;

/** The shipped special price, where large amounts are explained by whoever asks before they are decided on. */
export const explainedPrice = (): ProcessDefinition => {
  const template = templateOf("specialPrice");
  return processDefinitionSchema.parse({
    ...template,
    nodes: [
      ...template.nodes,
      { id: "size", kind: "branch", stage: "asked", name: { en: "Size", zh: "规模" } },
      {
        id: "explain",
        kind: "task",
        stage: "asked",
        name: { en: "Explain the amount", zh: "说明金额" },
        who: [{ by: "initiator" }],
        onEmpty: { do: "admin" },
        outcomes: [{ key: "explained", name: { en: "Explained", zh: "已说明" } }],
        sla: { due: { amount: 1, unit: "day", calendar: "working" } },
      },
    ],
    edges: [
      ...template.edges.map((edge) => (edge.id === "isCosted" ? { ...edge, to: "size" } : edge)),
      { id: "large", from: "size", to: "explain", on: { kind: "when", when: `record.total > ${LARGE}`, order: 1 } },
      { id: "ordinary", from: "size", to: "margin", on: { kind: "default" } },
      { id: "explained", from: "explain", to: "margin" },
    ],
  });
};

interface Crew {
  readonly rep: Asking;
  readonly engineer: Asking;
  readonly finance: Asking;
}

const many = (count: number, wanted: Wanted): Wanted[] =>
  Array.from({ length: count }, (_, index) => ({ ...wanted, name: `${wanted.name} ${index + 1}` }));

/** What was asked for before the admin comes: 12 prices that nobody had to decide on, three of them large; 40 that wait, two to be explained. */
const ASKED = [
  ...many(9, { name: "Usual price", total: 100_000, margin: 0.3 }),
  ...many(3, { name: "Large price", total: 900_000, margin: 0.3 }),
  ...many(38, { name: "Thin price", total: 80_000, margin: 0.2 }),
  ...many(2, { name: "Unexplained price", total: 700_000, margin: 0.2 }),
];

/** Special prices asked for through the door: some decided and closed, 40 still running. */
export const askedPrices = async (crew: Crew): Promise<void> => {
  const quotes = await costedQuotes(crew, ASKED);
  const cases = await forEachOf(quotes, async (id) => {
    const { version } = await crew.rep.get<{ version: number }>("quotes.get", { id });
    return crew.rep.command("cases.start", {
      process: "specialPrice",
      recordType: "quote",
      recordId: id,
      version,
      form: { note: "Strategic customer" },
    });
  });
  const explaining = await crew.rep.all<{ id: string; caseId: string }>("tasks.inbox", { process: "specialPrice" });
  const large = new Set(cases.slice(9, 12).map(({ caseId }) => caseId));
  await forEachOf(
    explaining.filter(({ caseId }) => large.has(caseId)),
    ({ id }) => crew.rep.command("tasks.act", { taskId: id, act: { do: "complete", outcome: "explained" } }),
  );
};
