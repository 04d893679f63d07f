import type { ProcessDefinitionInput } from "@sluice/process";

const named = (text: string) => ({ en: text, zh: text });
const always = {
  by: "person" as const,
  who: [
    { by: "role" as const, role: "rep" },
    { by: "role" as const, role: "salesManager" },
  ],
};

/** Two stages and a way between them: the smallest process that moves. A side process of customers. */
export const ladder: ProcessDefinitionInput = {
  format: 2,
  key: "ladder",
  name: named("Ladder"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "low",
      kind: "stage",
      key: "low",
      order: 1,
      name: named("Low"),
      moves: [
        { id: "climb", name: named("Climb"), to: "high", trigger: always },
        {
          id: "note",
          name: named("Note"),
          to: "high",
          trigger: always,
          form: [{ path: "note", access: "required" }],
          reason: "required",
        },
      ],
    },
    { id: "high", kind: "stage", key: "high", order: 2, name: named("High"), final: "done" },
  ],
  edges: [{ id: "begin", from: "start", to: "low" }],
};

/** The ladder, one case at a time: a second start waits until the first has ended. */
export const queueing: ProcessDefinitionInput = {
  ...ladder,
  key: "queueing",
  nodes: ladder.nodes.map((node) => (node.kind === "start" ? { ...node, concurrency: "queue" } : node)),
};

/** Waits until the customer has a grade, then is done. */
export const gradeGate: ProcessDefinitionInput = {
  format: 2,
  key: "gradeGate",
  name: named("Grade gate"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "waiting", kind: "stage", key: "waiting", order: 1, name: named("Waiting"), entry: "gate" },
    {
      id: "gate",
      kind: "guard",
      stage: "waiting",
      name: named("Has a grade"),
      mode: "hold",
      guard: { condition: { when: "record.?grade.orValue('') == 'A'" }, sentence: named("The customer is graded A.") },
    },
    { id: "graded", kind: "stage", key: "graded", order: 2, name: named("Graded"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "waiting" },
    { id: "open", from: "gate", to: "graded" },
  ],
};

/** A task with a time limit, a mail, and an end. */
export const errand: ProcessDefinitionInput = {
  format: 2,
  key: "errand",
  name: named("Errand"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "doing", kind: "stage", key: "doing", order: 1, name: named("Doing"), entry: "call" },
    {
      id: "call",
      kind: "task",
      stage: "doing",
      name: named("Call them"),
      who: [{ by: "role", role: "rep" }],
      onEmpty: { do: "admin" },
      outcomes: [{ key: "called", name: named("Called") }],
      sla: {
        due: { amount: 1, unit: "hour", calendar: "elapsed" },
        ladder: [{ after: { amount: 1, unit: "hour", calendar: "elapsed" }, action: { do: "remind" } }],
      },
    },
    {
      id: "thank",
      kind: "action",
      stage: "doing",
      name: named("Thank them"),
      block: "mail",
      inputs: { to: { value: "someone@example.com" }, subject: { value: "Thank you" }, text: { value: "Thank you." } },
      onUnknown: "repeat",
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "doing" },
    { id: "toThank", from: "call", to: "thank" },
    { id: "toOver", from: "thank", to: "over" },
  ],
};

/** The same, with a mail of which a person decides whether it is sent again when nobody knows. */
export const askingErrand: ProcessDefinitionInput = {
  ...errand,
  key: "askingErrand",
  nodes: errand.nodes.map((node) => (node.kind === "action" ? { ...node, onUnknown: "ask" as const } : node)),
};

/** The same, with a call that knows how to be taken back in the mail's place. */
export const undoableErrand: ProcessDefinitionInput = {
  ...errand,
  key: "undoableErrand",
  nodes: errand.nodes.map((node) =>
    node.kind === "action"
      ? {
          ...node,
          block: "webhook",
          compensateWith: "webhook",
          inputs: { url: { value: "https://erp.example/orders" }, payload: { value: { order: 7 } } },
        }
      : node,
  ),
};

/** Starts the ladder as a process under it, waits for its outcome, and is over. */
export const parentOfLadder: ProcessDefinitionInput = {
  format: 2,
  key: "parentOfLadder",
  name: named("Parent"),
  kind: "side",
  recordType: "customer",
  variables: [{ key: "results", name: named("Results"), type: "list" }],
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "busy",
      kind: "stage",
      key: "busy",
      order: 1,
      name: named("Busy"),
      entry: "child",
      moves: [{ id: "giveUp", name: named("Give up"), to: "over", trigger: always }],
    },
    { id: "child", kind: "subprocess", stage: "busy", name: named("Climb"), process: "ladder", outcomesTo: "results" },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "busy" },
    { id: "toOver", from: "child", to: "over" },
  ],
};

/** Starts itself as a process under it, and so on. */
export const nest: ProcessDefinitionInput = {
  ...parentOfLadder,
  key: "nest",
  name: named("Nest"),
  nodes: parentOfLadder.nodes.map((node) => (node.kind === "subprocess" ? { ...node, process: "nest" } : node)),
};

/** Started by any change that leaves a customer with a grade; one at a time for each customer. */
export const onGraded = (concurrency: "skip" | "queue" | "replace" | "parallel"): ProcessDefinitionInput => ({
  format: 2,
  key: `onGraded${concurrency}`,
  name: named("On graded"),
  kind: "side",
  recordType: "customer",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: named("Start"),
      trigger: { on: "recordChanged", when: "has(record.grade)" },
      concurrency,
    },
    {
      id: "seen",
      kind: "stage",
      key: "seen",
      order: 1,
      name: named("Seen"),
      moves: [{ id: "close", name: named("Close"), to: "closed", trigger: always }],
    },
    { id: "closed", kind: "stage", key: "closed", order: 2, name: named("Closed"), final: "done" },
  ],
  edges: [{ id: "begin", from: "start", to: "seen" }],
});

/** Started by any change of a customer's note, which it makes longer: it starts itself, on and on. */
export const echo: ProcessDefinitionInput = {
  format: 2,
  key: "echo",
  name: named("Echo"),
  kind: "side",
  recordType: "customer",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: named("Start"),
      trigger: { on: "recordChanged", when: "record.?note.orValue('') != ''" },
      concurrency: "parallel",
    },
    { id: "calling", kind: "stage", key: "calling", order: 1, name: named("Calling"), entry: "answer" },
    {
      id: "answer",
      kind: "action",
      stage: "calling",
      name: named("Answer"),
      block: "setFields",
      inputs: { note: { expression: "record.?note.orValue('') + '!'" } },
    },
    { id: "silent", kind: "stage", key: "silent", order: 2, name: named("Silent"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "calling" },
    { id: "toSilent", from: "answer", to: "silent" },
  ],
};

/** Waits for word from outside. */
export const untilWord: ProcessDefinitionInput = {
  format: 2,
  key: "untilWord",
  name: named("Until word"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "waiting", kind: "stage", key: "waiting", order: 1, name: named("Waiting"), entry: "word" },
    { id: "word", kind: "message", stage: "waiting", name: named("Word"), message: "word" },
    { id: "heard", kind: "stage", key: "heard", order: 2, name: named("Heard"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "waiting" },
    { id: "toHeard", from: "word", to: "heard" },
  ],
};

/** Fifty may decide, one does. */
export const jury: ProcessDefinitionInput = {
  format: 2,
  key: "jury",
  name: named("Jury"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "sitting", kind: "stage", key: "sitting", order: 1, name: named("Sitting"), entry: "verdict" },
    {
      id: "verdict",
      kind: "approval",
      stage: "sitting",
      name: named("Verdict"),
      who: [{ by: "role", role: "juror" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
      onSelf: "allow",
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "sitting" },
    { id: "yes", from: "verdict", to: "over", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "verdict", to: "over", on: { kind: "outcome", outcome: "rejected" } },
  ],
};
