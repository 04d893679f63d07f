import { BpmnModdle } from "bpmn-moddle";
import { Linter } from "bpmnlint";
import NodeResolver from "bpmnlint/lib/resolver/node-resolver.js";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { everySetting } from "./everySetting.ts";
import { writeBpmn } from "./index.ts";

/** A linter for one file: its rules remember what they have seen. */
const newLinter = () => new Linter({ config: { extends: "bpmnlint:recommended" }, resolver: new NodeResolver() });

const errorsOf = async (definition: ProcessDefinition): Promise<readonly string[]> => {
  const { rootElement } = await new BpmnModdle().fromXML(writeBpmn(definition), "bpmn:Definitions", { lax: false });
  return Object.entries(await newLinter().lint(rootElement)).flatMap(([rule, reports]) =>
    reports.filter(({ category }) => category !== "warn").map(({ id }) => `${rule} ${id}`),
  );
};

/**
 * The rules that do not fit, and why: a stage is left by its moves and rests until one is taken, so nothing leads on from the
 * sub-process itself; a join of some paths is what BPMN has its complex gateway for; and a step that nothing leads to is said by
 * our own checks.
 */
const expected = ({ nodes, edges }: ProcessDefinition): readonly string[] =>
  nodes.flatMap((node): readonly string[] => {
    const isReached =
      edges.some(({ to }) => to === node.id) ||
      nodes.some((it) => it.kind === "stage" && (it.entry === node.id || it.moves.some((move) => move.to === node.id)));
    const unreached = node.kind === "start" || isReached ? [] : [`no-implicit-start ${node.id}`];
    if (node.kind === "stage")
      return [
        ...unreached,
        ...(node.final === undefined && node.moves.length > 0 ? [`no-implicit-end ${node.id}`] : []),
      ];
    return [
      ...unreached,
      ...(node.kind === "join" && node.wait.for !== "all" ? [`no-complex-gateway ${node.id}`] : []),
    ];
  });

describe("what is written", () => {
  it.each(everySetting)(
    "has no error by the recommended rules but those that do not fit: $name",
    async ({ definition }) => {
      expect((await errorsOf(definition)).toSorted()).toEqual(expected(definition).toSorted());
    },
  );
});
