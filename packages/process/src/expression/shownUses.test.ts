import { describe, expect, it } from "vitest";
import { parseExpression } from "./expression.ts";

const context = {
  record: { total: "12400", name: "Valve" },
  vars: {},
  case: { initiatorId: "p1" },
  form: {},
  actor: {},
  now: "2026-11-26T06:00:00.000Z",
  item: null,
};

describe("what an expression says as people do", () => {
  it.each([
    { text: 'shown(record.?total, "en")', said: ["¥12"], says: "¥12" },
    { text: '"shown(now, \'en\') " + shown(record.total, "zh")', said: ["¥12"], says: "shown(now, 'en') ¥12" },
    { text: "shown((record.total), 'en') + shown( now , 'zh' )", said: ["a", "b"], says: "ab" },
    {
      text: "record.name == 'x' ? shown(now, 'en') : shown(case.initiatorId, 'en')",
      said: ["a", "Chen"],
      says: "Chen",
    },
    { text: "{'en': shown(now, 'en')}.en + 'x'", said: ["a"], says: "ax" },
    { text: "shown(record.?nothing, 'en') + shown(record.total, 'en')", said: undefined, says: "12400" },
  ])("$text", ({ text, said, says }) => {
    expect(parseExpression(text).run(context, said)).toBe(says);
  });

  it("is known by path, with the language, in order", () => {
    expect(parseExpression("shown(now, 'zh') + shown(record.?a.?b, 'en')").shown).toEqual([
      { root: "now", members: [], language: "zh" },
      { root: "record", members: ["a", "b"], language: "en" },
    ]);
  });

  it.each([
    { text: "shown(record.total * 2, 'en')", reason: /^shown takes a field/u },
    { text: "shown(record.total, 'fr')", reason: /^shown takes a field/u },
    { text: "shown(record.total, record.name)", reason: /^shown takes a field/u },
    { text: "shown(text(record.total), 'en')", reason: /^shown takes a field/u },
    { text: "shown(record.total)", reason: /^shown takes a field/u },
    { text: "shown(client, 'en')", reason: /^shown takes a field/u },
    { text: "['a'].exists(l, shown(l, 'en') == 'x')", reason: /^shown takes a field/u },
    { text: "shown('x', 'en')", reason: /^shown takes a field/u },
    { text: "// shown(now, 'en')\nshown(now, 'en')", reason: /^shown takes a field/u },
    { text: "said[0]", reason: /said/u },
  ])("is nothing else: $text", ({ text, reason }) => {
    expect(() => parseExpression(text).run(context, ["x"])).toThrow(reason);
  });
});
