import { recordSchemas } from "@sluice/domain";
import { checkDefinition, findingCodes, isError, processDefinitionSchema, proofFindings } from "@sluice/process";
import { checkedIn } from "@sluice/process/drafts";
import { describe, expect, it } from "vitest";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { takenIds } from "../model/elements.ts";
import type { Finding } from "../problems/finding.ts";
import { createCanvasStore } from "../store/canvasStore.ts";
import { callCases } from "./cases/calls.ts";
import { dataCases } from "./cases/data.ts";
import type { FixCase } from "./cases/fixCase.ts";
import { peopleCases } from "./cases/people.ts";
import { proofCases } from "./cases/proofs.ts";
import { tableCases } from "./cases/tables.ts";
import { wayCases } from "./cases/ways.ts";
import { wholeCases } from "./cases/wholes.ts";
import type { PressableFix } from "./fix.ts";
import { fixesOf } from "./fixesOf.ts";
import { fixTable, withoutFix } from "./fixTable.ts";
import { fixWords } from "./fixWords.ts";
import { pressFix } from "./pressFix.ts";

const cases: readonly FixCase[] = [
  ...wayCases,
  ...wholeCases,
  ...peopleCases,
  ...dataCases,
  ...callCases,
  ...tableCases,
  ...proofCases,
];
const proved: ReadonlySet<FixCase> = new Set(proofCases);

/** What is found in a definition, as it comes over the wire. */
const found = ({ world }: FixCase, definition: FixCase["has"], isProved: boolean): readonly Finding[] =>
  JSON.parse(
    JSON.stringify(
      isProved
        ? proofFindings(definition, { schemas: recordSchemas })
        : checkDefinition(definition, { ...checkedIn, ...world }),
    ),
  ) as Finding[];

const placeOf = ({ code, node, edge, move, path }: Finding): string => JSON.stringify([code, node, edge, move, path]);

const errorsIn = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(isError)
    .map(({ code }) => code)
    .toSorted();

/** Codes that stand more often among the later ones. */
const added = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const left = [...before];
  return after.filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** What a case has wrong, looked at once. */
const wrongs = new Map(cases.map((it) => [it, found(it, it.has, proved.has(it))]));
const wrongIn = (it: FixCase): readonly Finding[] => wrongs.get(it) ?? [];

/** A fix as it is pressed while its place is looked at, and taken back. */
const pressed = (it: FixCase, { node, edge, move }: Finding, fix: PressableFix) => {
  const store = createCanvasStore(it.has);
  const chosen = [move ?? edge ?? node ?? ""].filter((id) => takenIds(it.has).has(id));
  store.getState().select(chosen);
  pressFix(store, fix);
  const { definition, log, selection } = store.getState();
  store.getState().undo();
  return { definition, gestures: log.past.length, chosen, selection, undone: store.getState().definition };
};

const offerOf = (it: FixCase, which: number) => {
  const finding = wrongIn(it).find(({ code, node }) => code === it.code && (it.at ?? node) === node);
  const fix = finding && fixesOf(it.has, finding)[which];
  if (!fix) throw new Error(`${it.code} offers nothing at ${which}`);
  return fix;
};

const named = cases.flatMap((it) => [
  { code: it.code, does: it.does, which: 0, it },
  ...(it.or === undefined ? [] : [{ code: it.code, does: it.or, which: 1, it }]),
]);

/** Everything that is offered for any finding of any case: what the case is about, and what it has wrong besides. */
const offered = cases.flatMap((it) =>
  wrongIn(it).flatMap((finding) =>
    fixesOf(it.has, finding).map((fix) => ({ name: `${it.code}, ${finding.code}: ${fix.does}`, it, finding, fix })),
  ),
);

/** What stands where words are missing. */
const UNSAID = /\{\{(?:steps|text|count|span)|fixes\.|undefined/u;

describe("the fix of a finding", () => {
  it.each(named)("$code: $does is what it does, said in both languages", ({ does, which, it: given }) => {
    const fix = offerOf(given, which);
    const [english, chinese] = [fixWords(sayingsIn("en"), given.has, fix), fixWords(sayingsIn("zh"), given.has, fix)];

    expect(fix.does).toBe(does);
    expect(`${english.label} ${english.about}`).not.toMatch(UNSAID);
    expect(`${chinese.label} ${chinese.about}`).not.toMatch(UNSAID);
    expect(chinese.label).toMatch(/\p{Script=Han}/u);
  });

  it.each(offered)("$name puts it right, and nothing else comes of it", ({ it: given, finding, fix }) => {
    const { definition, gestures, chosen, selection, undone } = pressed(given, finding, fix);
    const after = found(given, definition, proved.has(given));

    expect(processDefinitionSchema.safeParse(definition).error).toBeUndefined();
    expect(after.map(placeOf)).not.toContain(placeOf(finding));
    expect(added(errorsIn(wrongIn(given)), errorsIn(after))).toEqual([]);
    expect([gestures, selection]).toEqual([1, chosen.filter((id) => takenIds(definition).has(id))]);
    expect(undone).toEqual(given.has);
  });
});

describe("every code that a check, a proof or a story can tell", () => {
  it("has a fix, or a reason why only a person can tell what is right", () => {
    const known = [...Object.keys(fixTable), ...Object.keys(withoutFix)];
    expect(known.toSorted()).toEqual([...findingCodes].toSorted());
  });

  it("that has a fix has a case of it", () => {
    expect([...new Set(cases.map(({ code }) => code))].toSorted()).toEqual(Object.keys(fixTable).toSorted());
  });

  it.each(Object.keys(fixTable))("%s: nothing is offered once what it was about is gone", (code) => {
    const nothing = { severity: "error" as const, code, message: { en: "", zh: "" } };
    const gone = [
      { node: "gone" },
      { edge: "gone", path: "on" },
      { node: "gone", move: "gone" },
      { path: "controls.9" },
    ];
    const has = cases[0]?.has;
    if (!has) throw new Error("there are cases");
    const general = ["NO_START", "SEVERAL_STARTS", "TWO_LIFE_CYCLES"].includes(code);
    expect(gone.flatMap((place) => (general ? [] : fixesOf(has, { ...nothing, ...place })))).toEqual([]);
  });
});
