import { describe, expect, it } from "vitest";
import { aCase, incidentsOf } from "../simulate/aCase.ts";
import { aProcess, type StepDraft, taskOf } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";
import type { KernelAnswer } from "./answer.ts";
import type { EffectOrigin, Intervention } from "./event.ts";

const carrier = { kind: "system", name: "carrier" } as const;
const call: StepDraft = { kind: "action", block: "webhook", inputs: { url: { value: "u" } } };
const of = (given: Partial<EffectOrigin> = {}): EffectOrigin => ({ node: "a", undoes: null, isWanted: true, ...given });

/** A case whose first step calls an address, and whose second is work for people. */
const calling = (settings: Partial<Extract<StepDraft, { kind: "action" }>>): Simulation =>
  aCase(
    aProcess({
      stages: { work: { entry: "a", steps: { a: { ...call, ...settings } as StepDraft, z: taskOf("ann") } } },
      wires: [
        ["start", "work"],
        ["a", "z"],
      ],
    }),
    {},
  );
const keyIn = (simulation: Simulation): string => [...simulation.effects.keys()][0] ?? "none";
const failed = (simulation: Simulation, effect: string, origin = of(), unknown = false): KernelAnswer =>
  simulation.send({ type: "effectFailed", effect, reason: "down", unknown, of: origin }, carrier);
const done = (simulation: Simulation, effect: string, origin = of()): KernelAnswer =>
  simulation.send({ type: "effectDone", effect, output: {}, of: origin }, carrier);
const admin = (simulation: Simulation, act: Intervention): KernelAnswer =>
  simulation.send({ type: "intervene", act, reason: "needed" }, { kind: "person", personId: "admin" });
const incident = (simulation: Simulation): string => simulation.state.incidents[0]?.id ?? "none";
const wantedBy = (answer: KernelAnswer) =>
  answer.answer === "advanced" ? answer.wanted.map(({ key, undoes }) => ({ key, undoes })) : answer.answer;

describe("an effect that its path goes on without", () => {
  it("is an incident of its step when it fails, once, and asks when nobody knows", () => {
    const simulation = calling({ await: false });
    const key = keyIn(simulation);

    failed(simulation, key, of(), true);

    expect(failed(simulation, key).answer).toBe("superseded");
    expect(simulation.state.incidents.map(({ node, code }) => [node, code])).toEqual([["a", "EFFECT_OUTCOME_UNKNOWN"]]);
  });

  it("is wanted again under its key when an admin retries it", () => {
    const simulation = calling({ await: false });
    const key = keyIn(simulation);
    failed(simulation, key);

    expect(wantedBy(admin(simulation, { do: "retry", incident: incident(simulation) }))).toEqual([
      { key, undoes: null },
    ]);
    expect(incidentsOf(simulation)).toEqual([]);
  });

  it("can be retried when its case has ended, and nothing else can", () => {
    const simulation = calling({ await: false });
    const key = keyIn(simulation);
    admin(simulation, { do: "cancel" });
    failed(simulation, key);

    expect(admin(simulation, { do: "retry", incident: "none" }).answer).toBe("refused");
    expect(wantedBy(admin(simulation, { do: "retry", incident: incident(simulation) }))).toEqual([
      { key, undoes: null },
    ]);
    expect(simulation.state.status).toBe("ended");
  });

  it("clears its incident when it turns out to be done, and is undone with the others", () => {
    const simulation = calling({ await: false, compensateWith: "webhook" });
    const key = keyIn(simulation);
    failed(simulation, key, of(), true);

    done(simulation, key);

    expect(incidentsOf(simulation)).toEqual([]);
    expect(wantedBy(admin(simulation, { do: "cancel" }))).toMatchObject([{ undoes: key }]);
  });
});

describe("an effect that happened although it was not wanted any more", () => {
  it("is undone when its step says how", () => {
    const simulation = calling({ compensateWith: "webhook" });
    const key = keyIn(simulation);
    admin(simulation, { do: "cancel" });

    expect(wantedBy(done(simulation, key, of({ isWanted: false })))).toMatchObject([{ undoes: key }]);
  });

  it("stays when its step does not", () => {
    const simulation = calling({});
    const key = keyIn(simulation);
    admin(simulation, { do: "cancel" });

    expect(done(simulation, key, of({ isWanted: false })).answer).toBe("superseded");
  });

  it("is no incident when it failed", () => {
    const simulation = calling({});
    const key = keyIn(simulation);
    admin(simulation, { do: "cancel" });

    expect(failed(simulation, key, of({ isWanted: false })).answer).toBe("superseded");
  });
});

describe("an undoing", () => {
  it("that failed is an incident, and is retried under its own key", () => {
    const simulation = calling({ compensateWith: "webhook" });
    const key = keyIn(simulation);
    done(simulation, key);
    const [undoing] = wantedBy(admin(simulation, { do: "cancel" })) as readonly { readonly key: string }[];
    failed(simulation, undoing?.key ?? "none", of({ undoes: key }));

    const answer = wantedBy(admin(simulation, { do: "retry", incident: incident(simulation) }));

    expect(answer).toEqual([{ key: undoing?.key, undoes: key }]);
  });
});
