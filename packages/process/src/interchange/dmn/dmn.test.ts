import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DecisionTable } from "../../nodes/branch/schema.ts";
import { unaryTest } from "../../nodes/branch/unaryTest.ts";
import { answerOfFeel, cellOfFeel, feelAnswer, feelCell } from "./cells.ts";
import { readDmn } from "./readDmn.ts";
import { writeDmn } from "./writeDmn.ts";

const table: DecisionTable = {
  hit: "P",
  inputs: [{ expression: "record.total" }, { expression: "record.grade == 'A' ? 1 : 2" }],
  outputs: [{ variable: "rate", values: ["high", "low"] }, { variable: "note" }],
  rules: [
    { tests: ["> 1000", "-"], results: ["high", '"say so"'] },
    { tests: ["[10..1000]", "not(1)"], results: ["low", ""] },
  ],
};

describe("a cell in FEEL", () => {
  it.each([
    { cell: "-", feel: "-" },
    { cell: "", feel: "-" },
    { cell: "= A", feel: '"A"' },
    { cell: "!= 3", feel: "not(3)" },
    { cell: "> 10", feel: "> 10" },
    { cell: ">= 2027-01-01", feel: '>= "2027-01-01"' },
    { cell: "]1..5[", feel: "]1..5[" },
    { cell: "A, B, 3", feel: '"A", "B", 3' },
    { cell: "not(A, B)", feel: 'not("A", "B")' },
    { cell: "true", feel: "true" },
  ])("$cell is $feel", ({ cell, feel }) => {
    expect(feelCell(cell)).toBe(feel);
  });

  it.each([
    { feel: "> amount", cell: null },
    { feel: 'date("2027-01-01")', cell: '"2027-01-01"' },
    { feel: "< 1, > 5", cell: null },
    { feel: "not(-)", cell: null },
    { feel: "sum(1, 2)", cell: null },
    { feel: "? > 3 and ? < 5", cell: null },
    { feel: "[1..amount]", cell: null },
  ])("$feel is read as $cell", ({ feel, cell }) => {
    expect(cellOfFeel(feel)).toBe(cell);
  });

  it("lets the same values through there and back", () => {
    const operand = fc.oneof(
      fc.integer({ min: -50, max: 50 }).map(String),
      fc.constantFrom("A", '"B C"', "true", "1.5"),
    );
    const item = fc.tuple(fc.constantFrom("", "= ", "!= ", "< ", "<= ", "> ", ">= "), operand).map((it) => it.join(""));
    const cell = fc.oneof(
      item,
      fc.array(operand, { minLength: 1, maxLength: 3 }).map((it) => it.join(", ")),
      fc
        .tuple(fc.constantFrom("[", "]", "("), operand, operand, fc.constantFrom("]", "[", ")"))
        .map(([a, b, c, d]) => `${a}${b}..${c}${d}`),
      item.map((it) => `not(${it})`),
    );
    fc.assert(
      fc.property(cell, operand, (written, value) => {
        const back = cellOfFeel(feelCell(written));
        const plain = value.replaceAll('"', "");
        expect(back === null ? null : unaryTest(back)(plain)).toBe(unaryTest(written)(plain));
      }),
    );
  });

  it.each([
    { feel: '"low"', answer: '"low"' },
    { feel: "0.1", answer: "0.1" },
    { feel: "price * 2", answer: null },
  ])("answers $feel as $answer", ({ feel, answer }) => {
    expect([answerOfFeel(feel), answer === null ? feel : feelAnswer(answer)]).toEqual([answer, feel]);
  });
});

describe("decision tables as DMN", () => {
  const written = writeDmn("quote", [{ id: "ladder", name: "Discount ladder", table }]);

  it("are read back equal", async () => {
    expect(await readDmn(written)).toEqual({
      tables: [{ id: "ladder", name: "Discount ladder", table }],
      unmapped: [],
    });
  });

  it("take what another tool has changed since", async () => {
    const changed = await readDmn(written.replace("<text>&gt; 1000</text>", "<text>&gt; 2000</text>"));

    expect("tables" in changed && changed.tables[0]?.table.rules[0]?.tests[0]).toBe("> 2000");
  });

  it.each(["20151101/dmn.xsd", "20180521/MODEL/", "20211108/MODEL/", "20230324/MODEL/"])(
    "of another version (%s) are read alike",
    async (version) => {
      const protocol = version.startsWith("2015") || version.startsWith("2018") ? "http" : "https";
      const other = written.replace(/xmlns="[^"]+"/, `xmlns="${protocol}://www.omg.org/spec/DMN/${version}"`);

      expect(await readDmn(other)).toMatchObject({ tables: [{ id: "ladder" }], unmapped: [] });
    },
  );

  it("of another tool lose nothing in silence", async () => {
    const foreign = `<?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="n" namespace="x">
        <decision id="dish" name="Dish">
          <decisionTable id="t" hitPolicy="RULE ORDER">
            <input id="i1" label="Season"><inputExpression id="e1" typeRef="string"><text>season</text></inputExpression></input>
            <input id="i2" label="Guests"><inputExpression id="e2" typeRef="integer"><text>order.guests</text></inputExpression></input>
            <output id="o1" label="Dish" name="desired dish" typeRef="string"/>
            <rule id="r1"><inputEntry id="a"><text>"Fall", "Winter"</text></inputEntry><inputEntry id="b"><text>&lt;= 8</text></inputEntry><outputEntry id="c"><text>"Spareribs"</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="a2"><text>"Spring"</text></inputEntry><inputEntry id="b2"><text>&lt;= max(guests)</text></inputEntry><outputEntry id="c2"><text>"Steak"</text></outputEntry></rule>
          </decisionTable>
        </decision>
        <decision id="sum" name="Sum"><literalExpression id="l"><text>1 + 2</text></literalExpression></decision>
        <decision id="any" name="Any"><decisionTable id="t2" hitPolicy="ANY"><input id="i"><inputExpression id="e"><text>a</text></inputExpression></input><output id="o" name="b"/></decisionTable></decision>
      </definitions>`;
    const answer = await readDmn(foreign);

    expect(answer).toMatchObject({
      tables: [
        {
          id: "dish",
          name: "Dish",
          table: {
            hit: "C",
            inputs: [{ expression: "record.season" }, { expression: "record.order.guests" }],
            outputs: [{ variable: "desiredDish" }],
            rules: [{ tests: ['"Fall", "Winter"', "<= 8"], results: ['"Spareribs"'] }],
          },
        },
      ],
    });
    expect("unmapped" in answer && answer.unmapped.map(({ id, name }) => [id, name])).toEqual([
      ["r2", "<= max(guests)"],
      ["sum", "Sum"],
      ["any", "Any"],
    ]);
  });

  it.each([
    {
      name: "a function",
      beside: '<businessKnowledgeModel id="f" name="Fee"/>',
      element: "businessKnowledgeModel",
      lost: ["f", "Fee"],
    },
    {
      name: "a service",
      beside: '<decisionService id="s" name="All"/>',
      element: "decisionService",
      lost: ["s", "All"],
    },
    {
      name: "a source",
      beside: '<knowledgeSource id="k" name="Law"/>',
      element: "knowledgeSource",
      lost: ["k", "Law"],
    },
    {
      name: "a type",
      beside: '<itemDefinition id="t" name="Grade"/>',
      element: "itemDefinition",
      lost: ["t", "Grade"],
    },
    { name: "another file", beside: '<import id="i" name="Shared"/>', element: "import", lost: ["i", "Shared"] },
    {
      name: "the answer of another decision",
      within: '<informationRequirement><requiredDecision href="#other"/></informationRequirement>',
      element: "decision",
      lost: ["ladder", "Ladder"],
    },
    {
      name: "a note on a row",
      row: "<description>agreed in March</description>",
      element: "decisionRule",
      lost: ["r", null],
    },
  ])("say that $name is not kept", async ({ beside = "", within = "", row = "", element, lost }) => {
    const answer = await readDmn(`<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
      <inputData id="given" name="total"/>
      ${beside}
      <decision id="ladder" name="Ladder">${within}
        <decisionTable hitPolicy="FIRST">
          <input><inputExpression><text>total</text></inputExpression></input>
          <output name="level"/>
          <rule id="r">${row}<inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
        </decisionTable>
      </decision>
    </definitions>`);

    expect(answer).toMatchObject({ tables: [{ id: "ladder" }] });
    expect("unmapped" in answer && answer.unmapped.map((it) => [it.element, it.id, it.name])).toEqual([
      [element, ...lost],
    ]);
  });

  it.each([
    { name: "no XML", text: "rows", code: "NOT_DMN" },
    { name: "cut off", text: written.slice(0, -30), code: "NOT_DMN" },
    { name: "BPMN", text: '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', code: "NOT_DMN" },
    { name: "without a table", text: writeDmn("quote", []), code: "NO_TABLE" },
    { name: "with entities", text: `<!DOCTYPE x [<!ENTITY a "b">]>${written}`, code: "FILE_DECLARES_ENTITIES" },
    { name: "over 5 MB", text: " ".repeat(5_300_000), code: "FILE_TOO_LARGE" },
  ])("are refused with $code when the file is $name", async ({ text, code }) => {
    const answer = await readDmn(text);

    expect("problems" in answer && answer.problems.map((it) => it.code)).toEqual([code]);
  });
});
