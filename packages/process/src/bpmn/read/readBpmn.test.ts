import { describe, expect, it } from "vitest";
import { checkDefinition } from "../../check/checkDefinition.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { aProcess, taskOf } from "../../simulate/aProcess.ts";
import { readBpmn, writeBpmn } from "../index.ts";
import { bpmnIoStyle, camundaStyle, flowableStyle, signavioStyle } from "./foreignFiles.ts";

/** The most that any file may take to be answered, on a machine that does twenty other things. */
const MOMENT_MS = 20_000;

const read = async (text: string) => {
  const found = await readBpmn(text, { recordType: "quote" });
  if ("problems" in found) throw new Error(found.problems.map(({ message }) => message.en).join("; "));
  return found;
};
const codes = async (text: string): Promise<readonly string[]> => {
  const found = await readBpmn(text, { recordType: "quote" });
  return "problems" in found ? found.problems.map(({ code }) => code) : [];
};
const shapeOf = ({ nodes, edges }: ProcessDefinition) => ({
  nodes: nodes.map(({ id, kind }) => `${kind} ${id}`),
  wires: edges.map(({ from, to, on }) => `${from} > ${to}${on.kind === "next" ? "" : ` ${on.kind}`}`),
});
const structural = (definition: ProcessDefinition): readonly string[] =>
  checkDefinition(definition)
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

describe("a file of another tool", () => {
  it("with expressions and settings of its own becomes a draft, its settings kept", async () => {
    const { definition, unmapped } = await read(camundaStyle);

    expect(shapeOf(definition)).toEqual({
      nodes: ["start Start_1", "stage stage", "task Task_review", "branch Gate_ok", "message Wait_paid", "end End_1"],
      wires: [
        "Task_review > Gate_ok",
        "Gate_ok > Wait_paid when",
        "Gate_ok > End_1 default",
        "Gate_ok > Task_review when",
        "Task_review > End_1 timeout",
        "Wait_paid > End_1",
        "Start_1 > stage",
      ],
    });
    expect(definition).toMatchObject({
      key: "processDiscount",
      kind: "side",
      recordType: "quote",
      name: { en: "Discount", zh: "" },
    });
    expect(definition.nodes[2]).toMatchObject({
      name: { en: "Review 折扣", zh: "Review 折扣" },
      note: "Look at the margin.",
      sla: { due: { amount: 2, unit: "day", calendar: "elapsed" } },
    });
    expect(definition.edges.find(({ id }) => id === "f3")?.on).toEqual({
      kind: "when",
      when: "record.total > 100",
      order: 0,
    });
    expect(definition.foreign?.places.map(({ of }) => of)).toEqual(["Task_review", "definitions", "process"]);
    expect(unmapped.map(({ id, element }) => `${element} ${id}`)).toEqual(["userTask Task_review"]);
    expect(unmapped.every(({ why }) => why.en !== "" && why.zh !== "")).toBe(true);
  });

  it("gets its settings back when it is written again", async () => {
    const { definition } = await read(camundaStyle);

    const text = writeBpmn(definition);

    expect(text).toContain('xmlns:camunda="http://camunda.org/schema/1.0/bpmn"');
    expect(text).toContain('<camunda:property name="colour" value="a &lt; b" />');
    expect(text).toContain('camunda:assignee="${manager}"');
    expect(text).toContain('modeler:executionPlatform="Camunda Platform"');
    expect((await read(text)).definition).toEqual(definition);
  });

  it("of sub-processes one after the other becomes stages with moves", async () => {
    const { definition, unmapped } = await read(bpmnIoStyle);

    expect(shapeOf(definition)).toEqual({
      nodes: [
        "start Event_0",
        "stage Activity_draft",
        "stage Activity_sent",
        "task Activity_write",
        "stage Event_won",
        "stage Event_lost",
      ],
      wires: ["Activity_write > Activity_sent", "Event_0 > Activity_draft"],
    });
    const [draft, sent] = definition.nodes.filter((node) => node.kind === "stage");
    expect(draft).toMatchObject({ entry: "Activity_write", moves: [] });
    expect(sent?.moves.map(({ id, to, trigger }) => [id, to, trigger.by])).toEqual([
      ["Event_late", "Event_lost", "timer"],
      ["Flow_4-move", "Event_won", "person"],
    ]);
    expect(unmapped.map(({ id }) => id)).toEqual(["Activity_write", "Flow_4"]);
    expect(structural(definition)).toEqual([]);
  });

  it("with parallel paths and a race keeps them", async () => {
    const { definition, unmapped } = await read(flowableStyle);

    expect(definition.nodes.map(({ kind }) => kind).toSorted()).toEqual([
      "action",
      "end",
      "join",
      "parallel",
      "race",
      "stage",
      "start",
      "task",
    ]);
    expect(shapeOf(definition).wires).toContain("race > over outcome");
    expect(definition.foreign?.places.find(({ of }) => of === "notify")?.elements[0]).toMatchObject({
      name: "flowable:field",
      children: [{ name: "flowable:string", text: "a@b & c" }],
    });
    expect(unmapped.map(({ element, id }) => `${element} ${id}`)).toEqual([
      "intermediateCatchEvent tooLate",
      "serviceTask notify",
      "userTask ask",
      "multiInstanceLoopCharacteristics ask",
    ]);
  });

  it("with lanes, data and notes lists each of them", async () => {
    const { definition, unmapped } = await read(signavioStyle);

    expect(shapeOf(definition).wires).toEqual(
      expect.arrayContaining(["sid-7-split > sid-8", "sid-7-split > sid-9", "sid-8 > sid-9"]),
    );
    expect(new Set(unmapped.map(({ element }) => element))).toEqual(
      new Set([
        "participant",
        "task",
        "subProcess",
        "intermediateThrowEvent",
        "dataObjectReference",
        "dataObject",
        "laneSet",
        "textAnnotation",
        "association",
      ]),
    );
  });
});

describe("a file of ours that another tool has changed", () => {
  const before = aProcess({
    stages: {
      one: {
        entry: "a",
        steps: { a: { kind: "branch" }, b: taskOf("ann"), c: taskOf("bob") },
        moves: { go: { to: "two", trigger: { by: "person" } } },
      },
      two: { final: "done" },
    },
    wires: [
      ["start", "one"],
      ["a", "b", "when record.total > 100"],
      ["a", "c", "default"],
      ["b", "c"],
      ["c", "two"],
    ],
  });
  const text = writeBpmn(before);
  const nodeOf = (definition: ProcessDefinition, id: string) => definition.nodes.find((node) => node.id === id);

  it.each([
    {
      what: "a name",
      change: (it: string) => it.replace('id="b" name="b"', 'id="b" name="Look again"'),
      seen: (it: ProcessDefinition) => nodeOf(it, "b")?.name,
      is: { en: "Look again", zh: "b" },
    },
    {
      what: "a move's name",
      change: (it: string) => it.replace('id="go" name="go"', 'id="go" name="Send"'),
      seen: (it: ProcessDefinition) => nodeOf(it, "one"),
      is: expect.objectContaining({ moves: [expect.objectContaining({ name: { en: "Send", zh: "go" } })] }),
    },
    {
      what: "a condition",
      change: (it: string) => it.replace(">record.total &gt; 100<", ">record.total &gt; 500<"),
      seen: (it: ProcessDefinition) => it.edges[1]?.on,
      is: { kind: "when", when: "record.total > 500", order: 1 },
    },
    {
      what: "a wire's end",
      change: (it: string) => it.replace('sourceRef="a" targetRef="b"', 'sourceRef="a" targetRef="c"'),
      seen: (it: ProcessDefinition) => it.edges[1]?.to,
      is: "c",
    },
    {
      what: "settings that are broken",
      change: (it: string) => it.replace("{&quot;edge&quot;:{&quot;id&quot;:&quot;w4&quot;", "{"),
      seen: (it: ProcessDefinition) => it.edges.some(({ from, to }) => from === "b" && to === "c"),
      is: true,
    },
  ])("is read with $what as it is now", async ({ change, seen, is }) => {
    expect(change(text)).not.toBe(text);

    expect(seen((await read(change(text))).definition)).toEqual(is);
  });

  it("is read with a step where it has been moved to", async () => {
    const moved = text.replace(
      /(bpmnElement="b">\s*<dc:Bounds x=")(\d+)/,
      (_all, lead: string, x: string) => `${lead}${Number(x) + 35}`,
    );

    const { definition } = await read(moved);

    expect(nodeOf((await read(text)).definition, "b")).not.toHaveProperty("position");
    expect(nodeOf(definition, "b")).toMatchObject({ position: { x: expect.any(Number), y: expect.any(Number) } });
  });
});

const anElement = "<bpmn:task id='t'/>";
const wrapped = (inner: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">${inner}</bpmn:process></bpmn:definitions>`;

describe("a file that is none", () => {
  it.each([
    { name: "nothing", text: "", code: "NOT_BPMN" },
    { name: "no XML", text: "PK\u0003\u0004 not a file of ours", code: "NOT_BPMN" },
    { name: "JSON", text: '{"format":2}', code: "NOT_BPMN" },
    { name: "XML of something else", text: "<html><body/></html>", code: "NOT_BPMN" },
    { name: "cut off in the middle", text: camundaStyle.slice(0, 1_500), code: "NOT_BPMN" },
    { name: "without a process", text: wrapped("").replace(/<bpmn:process.*process>/, ""), code: "NO_PROCESS" },
    { name: "with an empty process", text: wrapped(""), code: "NO_PROCESS" },
    {
      name: "with a bomb of entities",
      text: `<!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY c "&a;&a;&a;">]>${wrapped("&c;")}`,
      code: "FILE_DECLARES_ENTITIES",
    },
    {
      name: "of five megabytes and one character",
      text: wrapped(anElement) + " ".repeat(5_242_881 - wrapped(anElement).length),
      code: "FILE_TOO_LARGE",
    },
    { name: "of elements in elements", text: wrapped("<a>".repeat(500_000)), code: "FILE_TOO_LARGE" },
    { name: "of very many elements", text: wrapped(anElement.repeat(200_000)), code: "FILE_TOO_LARGE" },
    { name: "of brackets that never close", text: wrapped("<".repeat(2_000_000)), code: "NOT_BPMN" },
    { name: "of comments that never close", text: wrapped("<!--".repeat(1_000_000)), code: "NOT_BPMN" },
    { name: "of instructions that never close", text: wrapped("<?a".repeat(1_000_000)), code: "NOT_BPMN" },
    {
      name: "of more steps than a process has",
      text: wrapped(Array.from({ length: 1_200 }, (_, at) => `<bpmn:task id="t${at}"/>`).join("")),
      code: "SHAPE_WRONG",
    },
  ])(
    "is refused in a moment: $name",
    async ({ text, code }) => {
      expect(await codes(text)).toContain(code);
    },
    MOMENT_MS,
  );

  it(
    "of five megabytes is read in a moment",
    async () => {
      const note = `<bpmn:documentation>${"n".repeat(5_300)}</bpmn:documentation>`;
      const steps = Array.from(
        { length: 950 },
        (_, at) =>
          `<bpmn:task id="t${at}">${note}</bpmn:task>${at > 0 ? `<bpmn:sequenceFlow id="f${at}" sourceRef="t${at - 1}" targetRef="t${at}"/>` : ""}`,
      );
      const text = wrapped(steps.join(""));

      const { definition } = await read(text);

      expect([text.length > 5_000_000, definition.nodes.length, definition.edges.length]).toEqual([true, 952, 950]);
    },
    MOMENT_MS,
  );
});
