import { type Node, type NodeKind, nodeSchemas } from "@sluice/process";

interface Placed {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly stage: string;
  readonly order: number;
}

/** The least each kind needs beyond id, name and stage, chosen so that a new step always parses and does no harm. */
const least: { readonly [K in NodeKind]: Readonly<Record<string, unknown>> } = {
  start: { trigger: { on: "manual" } },
  stage: {},
  task: { who: [{ by: "owner" }] },
  approval: { who: [{ by: "manager", level: 1, of: "initiator" }], mode: { by: "any" }, onEmpty: { do: "admin" } },
  cc: { who: [{ by: "owner" }] },
  guard: { mode: "deny", guard: { condition: { when: "true" }, sentence: { en: "", zh: "" } } },
  branch: {},
  parallel: {},
  join: {},
  timer: { wait: { until: "span", span: { amount: 1, unit: "day" } } },
  message: { message: "reply" },
  race: {
    runners: [
      {
        key: "time",
        name: { en: "Time is up", zh: "时间到" },
        on: { kind: "timer", after: { amount: 7, unit: "day" } },
      },
    ],
  },
  action: { block: "notice" },
  assign: { who: [{ by: "role", role: "rep" }] },
  subprocess: { process: "sub" },
  end: {},
};

/** A new node of a kind, with the defaults of its schema filled in. */
export const blankNode = (kind: NodeKind, { id, name, stage, order }: Placed): Node => {
  const place = kind === "stage" ? { key: id, order } : kind === "start" ? {} : { stage };
  return nodeSchemas[kind].parse({ id, kind, name, ...place, ...least[kind] });
};
