import { milestoneNames, recordSchemas, ruleKeys, vouchedMilestones } from "@sluice/domain";
import {
  checkDefinition,
  compile,
  coverageOf,
  Grounds,
  playStory,
  proofFindings,
  prove,
  readDefinition,
} from "@sluice/process";
import { readBpmn, writeBpmn } from "@sluice/process/bpmn";
import { describe, expect, it } from "vitest";
import { templates } from "./index.ts";
import { otherwiseIn } from "./stories/otherwiseIn.ts";

const world = {
  schemas: recordSchemas,
  roles: ["admin", "rep", "salesManager", "costEngineer", "finance", "productManager", "generalManager"],
  posts: [],
  rules: [...ruleKeys],
  processes: templates.map((template) => template.key),
};

describe.each(templates.map((template) => ({ key: template.key, template })))("the template $key", ({ template }) => {
  it("can be published: nothing is wrong with it, nor worth a warning", () => {
    expect(checkDefinition(template, world)).toEqual([]);
  });

  it("has milestones that are called something in both languages", () => {
    const milestones = template.nodes.flatMap((node) => (node.kind === "stage" ? (node.milestone ?? []) : []));
    expect(milestones.filter((milestone) => milestoneNames[milestone] === undefined)).toEqual([]);
  });

  it("keeps its control points on every path", () => {
    expect(proofFindings(template, { schemas: recordSchemas, vouched: vouchedMilestones })).toEqual([]);
  });

  it("is proved by looking at few states, so that nobody waits for it", () => {
    const verdicts = prove(new Grounds(template, { schemas: recordSchemas, vouched: vouchedMilestones }));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual((template.controls ?? []).map(() => "proved"));
    expect(Math.max(0, ...verdicts.map(({ states }) => states))).toBeLessThanOrEqual(500);
  });

  it("has stories that go as they are told, and come to every step", () => {
    expect(otherwiseIn(template, recordSchemas)).toEqual([]);
    const plan = compile(template, recordSchemas);
    const sighted = (template.stories ?? []).map((story) => playStory(plan, story).sighted);
    expect(coverageOf(template, sighted).nodes.missing).toEqual([]);
  });

  it("is read back as it was written", () => {
    expect(readDefinition(JSON.parse(JSON.stringify(template)))).toEqual({ definition: template });
  });

  it("is read back from BPMN as it was written", async () => {
    expect(await readBpmn(writeBpmn(template), { recordType: "other" })).toEqual({
      definition: template,
      unmapped: [],
    });
  });
});
