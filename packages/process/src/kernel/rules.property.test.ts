import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aRandomCase } from "../simulate/random/aRandomCase.ts";
import { addCoverage, notMet, type Coverage } from "../simulate/random/coverage.ts";
import { playOut, type Played } from "../simulate/random/playOut.ts";
import { advance } from "./advance.ts";

const answersEveryEvent = ({ answers }: Played): void => {
  for (const { before, frozen, answer } of answers) {
    expect(["advanced", "refused", "superseded"]).toContain(answer.answer);
    expect(JSON.stringify(before)).toBe(frozen);
    if (answer.answer === "advanced") expect(answer.state.seq).toBe(before.seq + 1);
    if (answer.answer === "refused") expect(answer.problems.map(({ code }) => code)).not.toContain("STEP_TOO_LONG");
  }
};

const givesTheSameBytesFromWhatItUsed = ({ simulation }: Played): void => {
  for (const { event, before, answer } of simulation.steps) {
    expect(JSON.stringify(advance(simulation.plan, before, event, answer.used))).toBe(JSON.stringify(answer));
  }
};

const keepsItsBooks = ({ simulation }: Played): void => {
  const stays = new Set<string>();
  const tasks = new Set<string>();
  let locked = false;
  for (const write of simulation.writes) {
    if (write.write === "openStay") expect(stays.has(write.token)).toBe(false);
    if (write.write === "openStay") stays.add(write.token);
    if (write.write === "lateStay" || write.write === "dueStay") expect(stays.has(write.token)).toBe(true);
    if (write.write === "closeStay") expect(stays.delete(write.token)).toBe(true);
    if (write.write === "openTask" && write.task.kind !== "copy" && write.task.kind !== "consult")
      tasks.add(write.task.key);
    if (write.write === "closeTask") expect(tasks.delete(write.task)).toBe(true);
    if (write.write === "lockRecord") locked = write.locked;
  }
  const { state } = simulation;
  const inStages = state.scopes.filter((scope) => scope.kind === "stage");
  expect([...stays].toSorted()).toEqual([...state.tokens, ...inStages].map(({ id }) => id).toSorted());
  expect([...tasks].toSorted()).toEqual(
    state.waits.flatMap((wait) => (wait.kind === "task" ? [wait.id] : [])).toSorted(),
  );
  if (state.tokens.every((token) => !token.node.startsWith("locking"))) expect(locked).toBe(false);
};

const standsInOneStage = ({ simulation }: Played): void => {
  for (const { answer } of simulation.steps) {
    const { state } = answer;
    const scopes = new Set(state.scopes.map((scope) => scope.id));
    const stages = state.tokens
      .map((token) => simulation.plan.nodes.get(token.node))
      .map((node) => (node && "stage" in node ? node.stage : null));
    expect(new Set([...stages, state.stage]).size).toBe(1);
    expect(state.tokens.filter((token) => !scopes.has(token.scope))).toEqual([]);
    expect(state.scopes.filter((scope) => scope.parent !== null && !scopes.has(scope.parent))).toEqual([]);
    expect(
      state.waits.filter((wait) => wait.token !== null && !state.tokens.some((token) => token.id === wait.token)),
    ).toEqual([]);
    expect(
      state.incidents.filter(
        (incident) => incident.wait !== null && !state.waits.some((wait) => wait.id === incident.wait),
      ),
    ).toEqual([]);
    if (state.status === "ended") expect([state.tokens, state.waits]).toEqual([[], []]);
  }
};

const failsClosed = ({ simulation }: Played): void => {
  for (const { event, answer } of simulation.steps) {
    const raised = answer.writes.filter((write) => write.write === "raiseIncident");
    const overcome = answer.writes.filter((write) => write.write === "overcomeIncident");
    const isPersons = event.actor.kind === "person" && event.type !== "intervene";
    if (isPersons) expect([...raised, ...overcome].filter(({ code }) => code !== "NOBODY_FOUND")).toEqual([]);
    for (const { node, by } of overcome) {
      const it = simulation.plan.nodes.get(node);
      const said = it && "onError" in it ? it.onError?.do : undefined;
      expect(said ?? (it?.kind === "action" || it?.kind === "subprocess" ? "follow" : "nothing")).toBe(by);
    }
  }
};

/** The runs are taken in turns, each from a seed of its own, so that none takes long. */
const TURNS = 10;

describe("the kernel, over random processes and any events", () => {
  const { numRuns = 100, seed } = fc.readConfigureGlobal();
  const met: Coverage = new Map();

  it.each(Array.from({ length: TURNS }, (_, turn) => turn))("keeps its six rules, turn %i", (turn) => {
    fc.assert(
      fc.property(aRandomCase, (drawn) => {
        const played = playOut(drawn);
        answersEveryEvent(played);
        givesTheSameBytesFromWhatItUsed(played);
        keepsItsBooks(played);
        standsInOneStage(played);
        failsClosed(played);
        addCoverage(met, played);
      }),
      { numRuns: Math.ceil(numRuns / TURNS), ...(seed === undefined ? {} : { seed: seed + turn }) },
    );
  });

  it("has met every kind of step, verb and wait on the way", () => {
    expect(notMet(met, numRuns)).toEqual([]);
  });
});
