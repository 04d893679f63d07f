import { BpmnModdle } from "bpmn-moddle";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { aProcess, taskOf } from "../simulate/aProcess.ts";
import { aRandomCase } from "../simulate/random/aRandomCase.ts";
import { everySetting } from "./everySetting.ts";
import { readBpmn, writeBpmn } from "./index.ts";

const reread = async (definition: ProcessDefinition) => readBpmn(writeBpmn(definition), { recordType: "contract" });
const same = (definition: ProcessDefinition) => ({ definition, unmapped: [] });

describe("a definition written as BPMN and read again", () => {
  it.each(everySetting)("is equal: $name", async ({ definition }) => {
    expect(await reread(definition)).toEqual(same(definition));
  });

  it("is equal whatever it is, and other tools read it without a warning", async () => {
    await fc.assert(
      fc.asyncProperty(aRandomCase, async ({ draft }) => {
        const definition = aProcess(draft);
        const text = writeBpmn(definition);

        const { warnings } = await new BpmnModdle().fromXML(text, "bpmn:Definitions", { lax: false });

        expect(warnings).toEqual([]);
        expect(await readBpmn(text, { recordType: "contract" })).toEqual(same(definition));
      }),
      { numRuns: 60 },
    );
  });

  it("is equal with any text in it", async () => {
    const texts = fc.string({ unit: "binary", maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (en, zh, note) => {
        const plain = aProcess({
          stages: {
            one: { entry: "a", steps: { a: taskOf("ann") }, moves: { go: { to: "two", trigger: { by: "person" } } } },
            two: { final: "done" },
          },
          wires: [
            ["start", "one"],
            ["a", "two"],
          ],
        });
        const nodes = plain.nodes.map((node) => ({ ...node, name: { en, zh }, note }));
        const definition = {
          ...plain,
          name: { en, zh },
          nodes,
          edges: plain.edges.map((edge) => ({ ...edge, name: { en: zh, zh: en } })),
        };

        expect(await reread(definition)).toEqual(same(definition));
      }),
      { numRuns: 60, examples: [["\u0000\t!", "\u0000 ", "\uFFFE\r"]] },
    );
  });

  it("is the same bytes each time", () => {
    for (const { definition } of everySetting)
      expect(writeBpmn(definition)).toBe(writeBpmn(JSON.parse(JSON.stringify(definition)) as ProcessDefinition));
  });
});
