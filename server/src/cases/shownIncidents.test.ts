import { type MachineReason, machineReason, type Language } from "@sluice/problems";
import { describe, expect, it } from "vitest";
import { shownIncidents } from "./shownIncidents.ts";

const name = { en: "Book the truck", zh: "预订车辆" };
const anIncident = (code: string, values: object) => ({
  key: "i3.1",
  node: "book",
  code,
  values,
  raised_at: "2026-11-02T12:00:00.000Z",
  cleared_at: null,
});
const shown = (code: string, values: object, language: Language): string | undefined =>
  shownIncidents([anIncident(code, values)], { language, nameOf: () => name, canCompensate: false, maySettle: [] })[0]
    ?.message;
const reason = machineReason("answered", { status: 422 });

describe("shownIncidents", () => {
  it.each<{ name: string; code: string; values: object; en: string; zh: string }>([
    {
      name: "the machine's reason in the reader's language",
      code: "EFFECT_FAILED",
      values: { node: name.en, reason },
      en: "“Book the truck” failed: the other side answered HTTP 422.",
      zh: "“预订车辆”执行失败：对方返回HTTP 422。",
    },
    {
      name: "what somebody else said as they said it",
      code: "EFFECT_FAILED",
      values: { node: name.en, reason: "Kein Lagerplatz" },
      en: "“Book the truck” failed: “Kein Lagerplatz”.",
      zh: "“预订车辆”执行失败：“Kein Lagerplatz”。",
    },
    {
      name: "a rule that is named after its step by the step's name",
      code: "GUARD_BROKEN",
      values: { guard: name.en, reason: machineReason("notAdded") },
      en: "The rule “Book the truck” could not be evaluated: its rows cannot be added up. The admins have been told.",
      zh: "规则“预订车辆”无法计算：各行结果无法相加。已通知管理员。",
    },
  ])("shows $name", ({ code, values, en, zh }) => {
    expect([shown(code, values, "en"), shown(code, values, "zh")]).toEqual([en, zh]);
  });

  it.each<{ reason: MachineReason; values: Readonly<Record<string, string>> }>([
    { reason: "mailServerAway", values: { code: "ECONNREFUSED" } },
    { reason: "privateAddress", values: {} },
    { reason: "noAnswerInTime", values: {} },
    { reason: "parentLeft", values: { process: "quote.v2 (a|b)" } },
  ])("reads $reason back from what is kept, with its values", ({ reason: key, values }) => {
    const said = shown("EFFECT_FAILED", { node: name.en, reason: machineReason(key, values) }, "zh");

    expect(said).not.toMatch(/[“”]{2}|[a-z]+ [a-z]+ [a-z]+/);
    for (const value of Object.values(values)) expect(said).toContain(value);
  });
});
