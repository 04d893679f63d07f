import type { Control } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import type { Finding } from "../problems/finding.ts";
import { createCanvasStore } from "../store/canvasStore.ts";
import { walkAt } from "../store/walk.ts";
import { removeControl } from "./controlEdits.ts";
import { judged, noProof, proofOf, provable } from "./proof.ts";

const once = (id: string): Control => ({ id, must: "atMostOnce", point: { at: "stage", stage: "sent" } });
const definition = { ...aQuoteProcess(), controls: [once("a"), once("b"), once("c")] };
const found = (code: string, path: string): Finding => ({
  severity: "error",
  code,
  message: { en: code, zh: code },
  path,
});
const fails = found("CONTROL_POINT_FAILS", "controls.1");
const unproved = found("CONTROL_POINT_NOT_PROVED", "controls.2");
const unknown = found("CONTROL_POINT_UNKNOWN", "controls.0");
const proof = proofOf(definition, { findings: [fails, unproved, unknown], tookMs: 400 });

describe("a proof", () => {
  it("has proved what it has nothing against", () => {
    expect([...proof.verdicts]).toEqual([
      ["a", "proved"],
      ["b", "fails"],
      ["c", "notProved"],
    ]);
  });

  it("stands beside what the checker found, and goes with its control point", () => {
    const after = removeControl(0)(definition).definition;
    const codes = judged(after, [unknown, fails], proof).map(({ code, path }) => [code, path]);
    expect(codes).toEqual([
      ["CONTROL_POINT_UNKNOWN", "controls.0"],
      ["CONTROL_POINT_FAILS", ["controls", 0]],
      ["CONTROL_POINT_NOT_PROVED", ["controls", 1]],
    ]);
  });

  it("is not changed by where steps are drawn, and is by what they say", () => {
    const moved = {
      ...definition,
      nodes: definition.nodes.map((node) => ("stage" in node ? { ...node, position: { x: 9, y: 9 } } : node)),
    };
    const changed = { ...definition, nodes: definition.nodes.slice(1) };
    expect(provable(moved)).toBe(
      provable({
        ...moved,
        nodes: moved.nodes.map((node) => ("position" in node ? { ...node, position: { x: 1, y: 2 } } : node)),
      }),
    );
    expect(provable(changed)).not.toBe(provable(definition));
  });

  it("is kept by the canvas over what the checker finds next", () => {
    const store = createCanvasStore(definition);
    store.getState().judge({ checked: [], proof });
    store.getState().judge({ checked: [unknown] });
    expect(store.getState().problems).toMatchObject({ errors: 3, warnings: 0 });
    store.getState().judge({ proof: noProof });
    expect(store.getState().problems.findings).toEqual([unknown]);
  });
});

describe("a walk over the canvas", () => {
  const step = {
    happening: { type: "start", variables: {} },
    actor: { kind: "person", personId: "initiator" },
    saw: {},
  } as const;
  const steps = [
    { ...step, at: "begin", stage: "draft", standsAt: [] },
    { ...step, at: "draft", stage: "approval", standsAt: ["manager"] },
  ];

  it("shows where something happens, where it has been, and where the case stands then", () => {
    const { trail } = walkAt({ control: "a", steps, at: 0, chosen: [] }, 1);
    expect(trail).toEqual({
      visited: new Set(["begin", "draft", "manager"]),
      open: new Set(["manager"]),
      happening: "draft",
      taken: new Set(["begin draft", "draft manager"]),
    });
  });

  it("lights the move that was taken, and no other wire between places that were visited", () => {
    const moved = {
      ...step,
      happening: { type: "move", move: "submit", reason: null, form: {} },
      at: "draft",
      stage: "approval",
      standsAt: ["manager"],
    } as const;
    const { trail } = walkAt({ control: "a", steps: [moved], at: 0, chosen: [] }, 0);
    expect(trail?.taken).toEqual(new Set(["submit"]));
  });

  it("is over once the definition is another", () => {
    const store = createCanvasStore(definition);
    store.getState().set(walkAt({ control: "a", steps, at: 0, chosen: [] }, 0));
    store.getState().apply(removeControl(0));
    expect(store.getState()).toMatchObject({ walk: null, trail: null });
  });
});
