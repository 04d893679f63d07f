import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { leave } from "../../kernel/flow.ts";
import { findPeople, whenNobody } from "../../kernel/people.ts";
import type { Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { armLadder, readAlarm } from "../work/ladder.ts";
import { managersOf } from "../work/managers.ts";
import { nobodyToAsk } from "../work/nobodyToAsk.ts";
import type { TaskNode } from "./schema.ts";

const taskWait = (step: Step, token: Token): (Wait & { kind: "task" }) | undefined =>
  step.state.waits.find((wait): wait is Wait & { kind: "task" } => wait.kind === "task" && wait.token === token.id);

const offerAlsoTo = (step: Step, wait: Wait & { kind: "task" }, more: readonly string[]): void => {
  const people = [...new Set([...wait.people, ...more])];
  step.replaceWait({ ...wait, people });
  step.writes.push({ write: "assignTask", task: wait.id, people });
};

const climb = (step: Step, node: TaskNode, token: Token, index: number): void => {
  const action = node.sla?.ladder[index]?.action;
  const wait = taskWait(step, token);
  if (!action || !wait) return;
  switch (action.do) {
    case "remind":
      step.writes.push({ write: "notify", people: wait.people, subject: node.name, node: node.id });
      return;
    case "manager":
      return offerAlsoTo(step, wait, managersOf(step, wait.people, action.level));
    case "addSigner":
      return offerAlsoTo(
        step,
        wait,
        findPeople(step, action.who, node.name.en).map((person) => person.personId),
      );
    case "branch":
      return leave(step, token, { by: "escalation" });
    case "approve":
    case "reject":
      return; // verdicts belong to approvals; the checker refuses them here
  }
};

/** Opens a task for the people found and holds the token until one of them completes it. */
export const task: NodeBehaviour<"task"> = {
  enter: (step, node, token) => {
    const found = findPeople(step, node.who, node.name.en);
    const people = found.length > 0 ? found : whenNobody(step, node.onEmpty, node.name.en);
    if (people === "pass") return leave(step, token);
    if (people === "incident") return nobodyToAsk(step, token);
    const key = step.newKey();
    const personIds = people.map((person) => person.personId);
    const standsFor = Object.fromEntries(
      people.flatMap((person) => (person.standsFor ? [[person.personId, person.standsFor]] : [])),
    );
    step.addWait({ id: key, token: token.id, node: node.id, slot: "", kind: "task", people: personIds });
    const dueAt = armLadder(step, token, node.sla);
    step.keep(token, { offeredTo: personIds, ...(dueAt === null ? {} : { dueAt }) });
    step.writes.push({
      write: "openTask",
      task: {
        key,
        node: node.id,
        kind: "task",
        name: node.name,
        people: personIds,
        standsFor,
        form: node.form ?? [],
        outcomes: node.outcomes,
        dueAt,
        round: 0,
      },
    });
  },
  arrive: (step, node, token, wait) => {
    if (wait.kind !== "timer") return;
    const alarm = readAlarm(step, wait, node.sla);
    if (alarm.means === "timeout") leave(step, token, { by: "timeout" });
    if (alarm.means === "rung") climb(step, node, token, alarm.index);
  },
};
