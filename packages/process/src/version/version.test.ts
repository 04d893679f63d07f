import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import { readDefinition } from "../definition/readDefinition.ts";
import { storedDefinition } from "../definition/storedDefinition.ts";
import { advance } from "../kernel/advance.ts";
import { compile } from "../kernel/compile.ts";
import type { CaseEvent, TaskEvent } from "../kernel/event.ts";
import type { Facts } from "../kernel/fact.ts";
import { newborn } from "../kernel/newborn.ts";
import type { CaseState } from "../kernel/state.ts";
import { aCase, finish } from "../simulate/aCase.ts";
import { ann, work } from "../simulate/aPattern.ts";
import { aProcess } from "../simulate/aProcess.ts";
import recorded from "./recorded/format1.json" with { type: "json" };
import { storedEvent, upgradeEvent } from "./upgradeEvent.ts";
import { upgradeState } from "./upgradeState.ts";

interface Recorded {
  readonly event: { readonly at: string; readonly actor: CaseEvent["actor"] };
  readonly used: Facts;
  readonly state: unknown;
}

const steps = recorded.steps as unknown as readonly Recorded[];
const plan = compile(storedDefinition(recorded.definition), recordSchemas);

/** A stored event as the kernel is told of it. */
function told({ event }: Recorded): CaseEvent {
  const { at, actor, ...happening } = event;
  return { ...upgradeEvent(happening), at, actor };
}

function advanced(state: CaseState, event: CaseEvent, used: Facts): CaseState {
  const answer = advance(plan, state, event, used);
  if (answer.answer !== "advanced") throw new Error(`the kernel answered ${answer.answer}`);
  return answer.state;
}

describe("a case that format 1 has recorded", () => {
  it("is folded by the kernel of today to the states stored then", () => {
    const states: CaseState[] = [];
    steps.reduce(
      (state, step) => {
        states.push(advanced(state, told(step), step.used));
        return states.at(-1) as CaseState;
      },
      newborn(recorded.openedAt, recorded.initiatorId),
    );

    expect(states).toHaveLength(steps.length);
    expect(JSON.parse(JSON.stringify(states))).toEqual(steps.map(({ state }) => upgradeState(state)));
  });

  it("goes on from its stored state to its end", () => {
    const state = upgradeState(steps.at(-1)?.state);
    const [waiting] = state.waits.filter((wait) => wait.kind === "effect");

    const after = advanced(
      state,
      {
        type: "effectDone",
        effect: waiting?.id ?? "",
        output: { status: 200 },
        at: "2027-02-01T00:00:00.000Z",
        actor: { kind: "system", name: "carrier" },
      },
      { [JSON.stringify({ fact: "field", path: "total" })]: "30" },
    );

    expect([after.status, after.outcome, after.format]).toEqual(["ended", "done", 2]);
  });

  it("keeps what its tables and joins meant", () => {
    const nodes = Object.fromEntries(storedDefinition(recorded.definition).nodes.map((node) => [node.id, node]));

    expect(nodes["table"]).toMatchObject({ table: { hit: "C" } });
    expect(nodes["prio"]).toMatchObject({ table: { hit: "F" } });
    expect(nodes["some"]).toMatchObject({ wait: { for: "count", count: 2, rest: "cancel" } });
  });
});

describe("what later versions wrote", () => {
  const simulation = aCase(aProcess(work({ a: ann }, [])));
  const newer = { ...simulation.state, format: simulation.state.format + 1 };

  it("is refused where it is a definition", () => {
    const read = readDefinition({ ...recorded.definition, format: 3 });

    expect("problems" in read && read.problems.map(({ code }) => code)).toEqual(["FORMAT_NEWER"]);
    expect(() => storedDefinition({ ...recorded.definition, format: 3 })).toThrow("format");
  });

  it("is not touched where it is a state or an event", () => {
    expect(() => upgradeState(newer)).toThrow("a state of format 3");
    expect(() => upgradeEvent({ type: "factsChanged", format: 3 })).toThrow("an event of format 3");
  });
});

describe("what this version writes", () => {
  it("is read again as it was", () => {
    const simulation = aCase(aProcess(work({ a: ann }, [])));
    finish(simulation, "a");
    const stored = JSON.parse(JSON.stringify(simulation.state)) as unknown;
    const happening: TaskEvent = {
      type: "task",
      task: "1.1",
      act: { do: "approve" },
      comment: null,
      attachments: ["f"],
      signature: "Ann",
      form: {},
    };

    expect(upgradeState(stored)).toEqual(simulation.state);
    expect(upgradeEvent(JSON.parse(JSON.stringify(storedEvent(happening))))).toEqual(happening);
  });

  it("finds no error in the definition of format 1", () => {
    const read = readDefinition(recorded.definition);
    const errors =
      "definition" in read ? checkDefinition(read.definition).filter(({ severity }) => severity === "error") : null;

    expect(errors).toEqual([]);
  });
});
