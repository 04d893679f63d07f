import type { ProcessDefinition } from "../definition/processDefinition.ts";
import {
  approvalOf,
  aProcess,
  guardOf,
  roles,
  taskOf,
  timerOf,
  type StepDraft,
  type WireDraft,
} from "../simulate/aProcess.ts";

const days = (amount: number, calendar: "working" | "elapsed" = "working") => ({
  amount,
  unit: "day" as const,
  calendar,
});
const inBoth = (text: string) => ({ en: text, zh: `${text}（中）` });
const sla = {
  due: days(3),
  ladder: [
    { after: days(1), action: { do: "remind" as const } },
    { after: days(2, "elapsed"), action: { do: "manager" as const, level: 2 } },
    { after: days(4), action: { do: "branch" as const } },
  ],
};
const placed = {
  position: { x: 40, y: 12.5 },
  note: "Why it is here\nand how",
  permissions: { intervene: roles("bob"), evidence: ["cat"] },
};

const step = (
  name: string,
  it: StepDraft,
  ...wires: WireDraft[]
): { readonly name: string; readonly definition: ProcessDefinition } => ({
  name,
  definition: aProcess({
    variables: { seen: "boolean", when: "instant" },
    stages: {
      one: {
        entry: "it",
        steps: { it, next: taskOf("ann"), other: taskOf("bob") },
        moves: { go: { to: "two", trigger: { by: "person" } } },
      },
      two: { final: "done" },
    },
    wires: [
      ["start", "one"],
      ...(wires.length > 0 ? wires : ([["it", "next"]] as const)),
      ["next", "two"],
      ["other", "two"],
    ],
  }),
});

/** Definitions that, taken together, use every kind of node with every setting it has. */
export const everySetting: readonly { readonly name: string; readonly definition: ProcessDefinition }[] = [
  step(
    "task",
    {
      ...(taskOf("ann") as Extract<StepDraft, { kind: "task" }>),
      ...placed,
      onEmpty: { do: "people", personIds: ["00000000-0000-4000-8000-000000000001"] },
      form: [{ path: "total", access: "required" }],
      outcomes: [
        { key: "yes", name: inBoth("Yes") },
        { key: "no", name: inBoth("No") },
      ],
      comment: "required",
      holdsRecord: true,
      sla,
      onError: { do: "follow", into: "seen" },
    },
    ["it", "next", "outcome yes"],
    ["it", "other", "outcome no*3"],
    ["it", "two", "timeout"],
    ["it", "other", "escalation"],
    ["it", "two", "error"],
  ),
  ...(
    [
      { by: "any", rejectNeedsAll: true },
      { by: "all" },
      { by: "sequential" },
      { by: "quorum", count: 2 },
      { by: "quorum", share: 60 },
      { by: "weighted", share: 50, weights: { ann: 3 } },
    ] as const
  ).map((mode) =>
    step(
      `approval ${mode.by}`,
      approvalOf(["ann", "bob"], {
        ...placed,
        mode,
        onSelf: "departmentHead",
        noSelfEver: true,
        dedup: "once",
        watchedFields: ["total"],
        form: [{ path: "total", access: "read" }],
        attachment: { approve: true, reject: false, sendBack: true },
        signature: { approve: true, reject: true, sendBack: false },
        // oxlint-disable-next-line unicorn/no-thenable -- a setting of approvals, never awaited
        sendBack: { to: "visited", then: "straightBack", people: "sameAsLastRound", maxRounds: 4 },
        withdraw: "beforeFirstDecision",
        lockRecord: true,
        lockExcept: ["note"],
        holdsRecord: true,
        sla,
      }),
      ["it", "next", "outcome approved"],
      ["it", "two", "outcome rejected"],
      ["it", "two", "timeout"],
    ),
  ),
  step("cc", { kind: "cc", ...placed, who: roles("ann"), onError: { do: "goOn" } }),
  step("guard that denies", {
    ...(guardOf("deny", "record.total < 5 && true") as Extract<StepDraft, { kind: "guard" }>),
    ...placed,
    holdsRecord: true,
  }),
  step(
    "guard that holds",
    {
      kind: "guard",
      mode: "hold",
      guard: {
        condition: { rule: "quote.costSigned" },
        sentence: inBoth("Costed"),
        whoCanClear: roles("ann"),
        start: "costSignOff",
      },
      onError: { do: "follow" },
    },
    ["it", "next"],
    ["it", "two", "error"],
  ),
  step(
    "branch",
    { kind: "branch", ...placed },
    ["it", "next", "when record.total > 100 && record.note != '<&>\"'"],
    ["it", "other", "when record.total > 5"],
    ["it", "two", "default"],
  ),
  step(
    "branch with a table",
    {
      kind: "branch",
      table: {
        hit: "P",
        inputs: [{ expression: "record.total" }],
        outputs: [{ variable: "level", values: ["high", "low"] }],
        rules: [
          { tests: ["< 5"], results: ["low"] },
          { tests: ["-"], results: ["high"] },
        ],
      },
      onError: { do: "incident" },
    },
    ["it", "next", "when level == 'high'"],
    ["it", "two", "default"],
  ),
  step("parallel", { kind: "parallel", run: "oneAtATime", ...placed }, ["it", "next"], ["it", "other"]),
  step(
    "parallel with conditions",
    { kind: "parallel" },
    ["it", "next", "when record.total > 5"],
    ["it", "other", "default"],
    ["it", "two"],
  ),
  step("join of all", { kind: "join", ...placed }),
  step("join of some", { kind: "join", wait: { for: "count", count: 2, rest: "cancel" } }),
  step("join of the first", { kind: "join", wait: { for: "first" } }),
  step("timer", { ...(timerOf(3) as Extract<StepDraft, { kind: "timer" }>), ...placed }),
  step(
    "timer by a field",
    { kind: "timer", wait: { until: "field", path: "validUntil" }, onError: { do: "follow" } },
    ["it", "next"],
    ["it", "two", "error"],
  ),
  step("message", { kind: "message", message: "paid <&>", key: "record.number", ...placed }),
  step(
    "message that gives up",
    { kind: "message", message: "paid", giveUpAfter: days(2) },
    ["it", "next"],
    ["it", "two", "timeout"],
  ),
  step(
    "race",
    {
      kind: "race",
      ...placed,
      runners: [
        { key: "late", name: inBoth("Late"), on: { kind: "timer", after: days(1) } },
        { key: "paid", name: inBoth("Paid"), on: { kind: "message", message: "paid" } },
        { key: "valid", name: inBoth("Valid"), on: { kind: "condition", condition: { when: "record.valid" } } },
      ],
    },
    ["it", "next", "outcome late"],
    ["it", "two", "default"],
  ),
  step(
    "action",
    {
      kind: "action",
      ...placed,
      block: "mail",
      inputs: { to: { value: ["a", 1, null] }, text: { expression: "'x' + now" } },
      outputs: { seen: "sent" },
      await: false,
      onUnknown: "ask",
      retries: 2,
      compensateWith: "mail",
      onError: { do: "follow", into: "seen" },
    },
    ["it", "next"],
    ["it", "two", "error"],
  ),
  step("assign", { kind: "assign", ...placed, who: roles("ann"), strategy: "leastBusy", onError: { do: "goOn" } }),
  step(
    "subprocess",
    {
      kind: "subprocess",
      ...placed,
      process: "other",
      version: 3,
      each: "['a']",
      run: "serial",
      more: "added",
      wait: false,
      outcomesTo: "seen",
      handOver: { there: "here" },
      bringBack: { here: "there" },
    },
    ["it", "next", "outcome done"],
    ["it", "two", "default"],
  ),
  step("end", { kind: "end", ...placed, mode: "error", outcome: "broken" }, ["other", "next"]),
  step("end that ends all", { kind: "end", mode: "terminate" }, ["other", "it"]),
  {
    name: "stages with all that they have",
    definition: aProcess({
      kind: "lifeCycle",
      stages: {
        one: {
          key: "draft",
          entry: "a",
          probability: 40,
          owner: roles("ann"),
          ageLimit: { after: days(9), warnAfter: days(5) },
          requiredToEnter: ["total"],
          requiredToLeave: ["note"],
          milestone: "quote.drafted",
          entryActions: [{ block: "setFields", inputs: { total: { expression: "1" } }, outputs: {} }],
          exitActions: [{ block: "notice", inputs: {}, outputs: {} }],
          onLeave: "forbid",
          steps: { a: taskOf("ann"), b: taskOf("bob") },
          moves: {
            go: {
              to: "two",
              trigger: { by: "person", who: roles("ann") },
              form: [{ path: "note", access: "edit" }],
              reason: "required",
              tone: "danger",
              guard: { condition: { when: "record.total > 1" }, sentence: inBoth("Priced") },
            },
            late: { to: "c", trigger: { by: "timer", after: days(3) } },
            due: { to: "three", trigger: { by: "timerAt", path: "validUntil" } },
            right: { to: "three", trigger: { by: "condition", condition: { rule: "quote.costSigned" } } },
            paid: { to: "three", trigger: { by: "message", message: "paid" } },
            again: { to: "b", trigger: { by: "person" } },
          },
        },
        two: {
          steps: { c: taskOf("ann"), d: { kind: "branch" } },
          moves: { back: { to: "one", trigger: { by: "person" } } },
        },
        three: { final: "lost", entry: "e", steps: { e: { kind: "end", outcome: "gone" } } },
      },
      wires: [
        ["start", "c"],
        ["a", "c"],
        ["b", "one"],
        ["c", "d"],
        ["d", "b", "when record.total > 3"],
        ["d", "d", "when record.total > 2*5"],
        ["d", "three", "default"],
      ],
    }),
  },
];
