import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { aNet } from "./aNet.ts";
import { Grounds } from "./grounds.ts";
import { soundnessOf, type Flaw } from "./soundness.ts";

const flawsIn = (net: string): readonly string[] => {
  const { flaws, isWhole } = soundnessOf(new Grounds(aNet(net), { schemas: recordSchemas }));
  return [...new Set(flaws.map(({ flaw }) => flaw)), ...(isWhole ? [] : ["not whole"])].toSorted();
};

/** Nets whose verdict follows from the definitions of workflow nets (van der Aalst), written by hand. */
const nets: readonly (readonly [name: string, net: string, ...flaws: Flaw[]])[] = [
  ["a step", "t1"],
  ["a sequence", "t1>t2 t2>t3"],
  ["a choice", "x1>t1 x1>t2"],
  ["a choice that merges", "x1>t1 x1>t2 t1>t3 t2>t3"],
  ["a choice of three", "x1>t1 x1>t2 x1>t3 t1>t4 t2>t4 t3>t4"],
  ["a choice past a step", "x1>t1 x1>t2 t1>t2"],
  ["a split and its join", "p1>t1 p1>t2 t1>j1 t2>j1 j1>t3"],
  ["a split of three", "p1>t1 p1>t2 p1>t3 t1>j1 t2>j1 t3>j1 j1>t4"],
  ["a split whose paths end each by itself", "p1>t1 p1>t2"],
  ["a split into ends", "p1>t1 p1>t2 t1>e1 t2>e2"],
  ["a split in a split", "p1>t1 p1>p2 p2>t2 p2>t3 t2>j2 t3>j2 t1>j1 j2>j1 j1>t4"],
  ["two splits one after another", "p1>t1 p1>t2 t1>j1 t2>j1 j1>p2 p2>t3 p2>t4 t3>j2 t4>j2"],
  ["a choice within a path of a split", "p1>x1 p1>t3 x1>t1 x1>t2 t1>t4 t2>t4 t4>j1 t3>j1 j1>t5"],
  ["a split within a way of a choice", "x1>p1 x1>t3 p1>t1 p1>t2 t1>j1 t2>j1 j1>t4 t3>t4"],
  ["a choice of whether to come to the join", "p1>x1 p1>t2 x1>j1 x1>t1 t1>j1 t2>j1 j1>t3"],
  ["a path that ends before the join", "p1>x1 p1>t2 x1>e1 x1>t1 t1>j1 t2>j1 j1>t3"],
  ["a loop with a way out", "t1>x1 x1>t1 x1>t2"],
  ["a loop in a path of a split", "p1>t1 p1>t2 t1>x1 x1>t1 x1>j1 t2>j1 j1>t3"],
  ["a loop around a split", "p1>t1 p1>t2 t1>j1 t2>j1 j1>x1 x1>p1 x1>t3"],
  ["a loop in a loop", "t1>t2 t2>x1 x1>t2 x1>x2 x2>t1 x2>t3"],
  ["a join of the first of two", "p1>t1 p1>t2 t1>f1 t2>f1 f1>t3"],
  ["a join of the first of three", "p1>t1 p1>t2 p1>t3 t1>f1 t2>f1 t3>f1 f1>t4"],
  ["a join of two of three", "p1>t1 p1>t2 p1>t3 t1>n1 t2>n1 t3>n1 n1>t4"],
  ["a choice before an all-join: what cannot come is not waited for", "x1>t1 x1>t2 t1>j1 t2>j1 j1>t3"],
  ["a join of two where one comes", "x1>t1 x1>t2 t1>n1 t2>n1 n1>t3"],
  ["a deep sequence of splits", "p1>t1 p1>p2 p2>t2 p2>p3 p3>t3 p3>t4 t3>j3 t4>j3 j3>j2 t2>j2 j2>j1 t1>j1"],
  ["two paths that cross by a common join", "p1>t1 p1>t2 p1>t3 t1>j1 t2>j1 j1>j2 t3>j2 j2>t4"],
  ["a path that leaves the stage alone", "t1>out"],
  ["a choice that leaves the stage", "x1>out x1>t1"],
  ["an end of the whole case, alone", "x1>E1 x1>t1"],

  ["paths that meet without a join", "p1>t1 p1>t2 t1>t3 t2>t3", "lackOfSynchronisation"],
  ["three that meet without a join", "p1>t1 p1>t2 p1>t3 t1>t4 t2>t4 t3>t4", "lackOfSynchronisation"],
  ["two of three that meet", "p1>t1 p1>t2 p1>t3 t1>t4 t2>t4 t3>j1 t4>j1", "lackOfSynchronisation"],
  ["paths that meet in a loop", "p1>t1 p1>t2 t1>t3 t2>t3 t3>x1 x1>t3 x1>t4", "lackOfSynchronisation"],
  ["an inner split that meets", "p1>p2 p1>t3 p2>t1 p2>t2 t1>t4 t2>t4 t4>j1 t3>j1", "lackOfSynchronisation"],

  ["joins that wait for each other", "p1>t1 p1>t2 t1>j1 t2>j2 j1>t3 t3>j2 j2>t4 t4>j1", "deadStep", "deadlock"],
  [
    "three joins in a ring",
    "p1>t1 p1>t2 p1>t3 t1>j1 t2>j2 t3>j3 j1>t4 t4>j2 j2>t5 t5>j3 j3>t6 t6>j1",
    "deadStep",
    "deadlock",
  ],
  [
    "a ring in one way of a choice",
    "x1>t9 x1>p1 p1>t1 p1>t2 t1>j1 t2>j2 j1>t3 t3>j2 j2>t4 t4>j1",
    "deadStep",
    "deadlock",
  ],

  ["a circle without a way out", "t1>t2 t2>t1", "livelock"],
  ["a choice into a circle", "x1>t1 x1>t2 t2>t3 t3>t2", "livelock"],
  ["a step that follows itself", "t1>t1", "livelock"],
  ["a circle in a path of a split", "p1>t1 p1>t2 t2>t3 t3>t2", "livelock"],
  ["a circle of three", "t1>t2 t2>t3 t3>t1", "livelock"],

  ["a step that no wire leads to", "t1>t2 t3>t2", "deadStep"],
  ["a way that is never open", "x1>x2?record.total>1 x1>t3 x2>t1?record.total<0 x2>t2", "deadStep"],
  ["a way whose limit lies past the last", "x1>x2?record.total>10 x1>t3 x2>t1?record.total<=10 x2>t2", "deadStep"],
  ["a step after the end of all", "t1>E1 t2>t3", "deadStep"],

  ["an end of the whole case beside work", "p1>t1 p1>t2 t1>E1 t2>t3", "improperCompletion"],
  ["a path that leaves the stage beside work", "p1>t1 p1>t2 t1>out", "improperCompletion"],
  ["a choice that may leave beside work", "p1>x1 p1>t2 x1>t3 x1>t4 t3>out", "improperCompletion"],
  ["two that leave, whoever comes first", "p1>t1 p1>t2 t1>out t2>out", "improperCompletion"],
];

/** Sound nets with one task `t0` to be replaced: a net put there keeps its own verdict (refinement of workflow nets). */
const frames: readonly (readonly [name: string, frame: (inner: string, entry: string) => string])[] = [
  ["after a step", (inner, entry) => `t91>${entry} ${inner}`],
  ["in one way of a choice", (inner, entry) => `x91>${entry} x91>t92 ${inner}`],
  ["in a path of a split", (inner, entry) => `p91>${entry} p91>t92 ${inner}`],
];
const refined = frames.flatMap(([frame, put]) =>
  nets
    .filter(([, net]) => !net.includes("out") && !net.includes("E"))
    .filter((_net, index) => index % 2 === 0)
    .map(([name, net, ...flaws]) => ({ name: `${name}, ${frame}`, net: put(net, net.split(/[ >]/)[0] ?? ""), flaws })),
);

describe("the soundness of a net", () => {
  it.each(nets.map(([name, net, ...flaws]) => ({ name, net, flaws })))("$name: $flaws", ({ net, flaws }) => {
    expect(flawsIn(net)).toEqual(flaws);
  });

  it.each(refined)("$name: $flaws", ({ net, flaws }) => {
    expect(flawsIn(net)).toEqual(flaws);
  });

  it("of 17 paths beside each other is told in few states", () => {
    const paths = Array.from({ length: 17 }, (_, index) => `p1>t${index + 1} t${index + 1}>j1`);
    const { flaws, states, isWhole } = soundnessOf(
      new Grounds(aNet(`${paths.join(" ")} j1>t99`), { schemas: recordSchemas }),
    );

    expect([flaws, isWhole]).toEqual([[], true]);
    expect(states).toBeLessThanOrEqual(200);
  });
});
