import { recordSchemas } from "@sluice/domain";
import { checkDefinition, findingCodes, isError, processDefinitionSchema, proofFindings } from "@sluice/process";
import { checkedIn } from "@sluice/process/drafts";
import { describe, expect, it } from "vitest";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import type { Finding } from "../problems/finding.ts";
import { createCanvasStore } from "../store/canvasStore.ts";
import { dataCases } from "./cases/data.ts";
import type { FixCase } from "./cases/fixCase.ts";
import { peopleCases } from "./cases/people.ts";
import { proofCases } from "./cases/proofs.ts";
import { tableCases } from "./cases/tables.ts";
import { wayCases } from "./cases/ways.ts";
import { wholeCases } from "./cases/wholes.ts";
import { fixesOf } from "./fixesOf.ts";
import { fixTable, withoutFix } from "./fixTable.ts";
import { fixWords } from "./fixWords.ts";
import { pressFix } from "./pressFix.ts";

const cases: readonly FixCase[] = [
  ...wayCases,
  ...wholeCases,
  ...peopleCases,
  ...dataCases,
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

const pressed = (it: FixCase, which: number) => {
  const isProved = proved.has(it);
  const before = found(it, it.has, isProved);
  const finding = before.find(({ code, node }) => code === it.code && (it.at ?? node) === node);
  const fix = finding && fixesOf(it.has, finding)[which];
  if (!finding || !fix) throw new Error(`${it.code} offers nothing at ${which}`);
  const store = createCanvasStore(it.has);
  const chosen = [it.has.nodes.find(({ kind }) => kind === "stage")?.id ?? ""];
  store.getState().select(chosen);
  pressFix(store, fix);
  return { store, fix, finding, before, chosen, after: found(it, store.getState().definition, isProved) };
};

const both = cases.flatMap((it) => [
  { code: it.code, does: it.does, which: 0, it },
  ...(it.or === undefined ? [] : [{ code: it.code, does: it.or, which: 1, it }]),
]);

/** What stands where words are missing. */
const UNSAID = /\{\{(?:steps|text|count|span)|fixes\.|undefined/u;

describe("a fix that is pressed", () => {
  it.each(both)("$code: $does puts it right, and nothing else comes of it", ({ does, which, it: given }) => {
    const { store, fix, finding, before, after } = pressed(given, which);

    expect(fix.does).toBe(does);
    expect(processDefinitionSchema.safeParse(store.getState().definition).error).toBeUndefined();
    expect(after.map(placeOf)).not.toContain(placeOf(finding));
    expect(added(errorsIn(before), errorsIn(after))).toEqual([]);
  });

  it.each(both)(
    "$code: $does is one gesture that leaves the selection, and is taken back whole",
    ({ which, it: given }) => {
      const { store, chosen } = pressed(given, which);
      const { log, selection } = store.getState();

      expect([log.past.length, selection]).toEqual([1, chosen]);
      store.getState().undo();
      expect(store.getState().definition).toEqual(given.has);
    },
  );

  it.each(both)("$code: $does is named in both languages by what it does", ({ which, it: given }) => {
    const { fix } = pressed(given, which);
    const [english, chinese] = [fixWords(sayingsIn("en"), given.has, fix), fixWords(sayingsIn("zh"), given.has, fix)];

    expect(`${english.label} ${english.about}`).not.toMatch(UNSAID);
    expect(`${chinese.label} ${chinese.about}`).not.toMatch(UNSAID);
    expect(chinese.label).toMatch(/\p{Script=Han}/u);
  });
});

/** Everything that is offered for any finding of any case. */
const offered = cases.flatMap((it) =>
  found(it, it.has, proved.has(it)).flatMap((finding) =>
    fixesOf(it.has, finding).map((fix) => ({
      name: `${it.code} beside ${finding.code}: ${fix.does}`,
      it,
      finding,
      fix,
    })),
  ),
);

describe("whatever is offered puts its finding right, brings no error, and is taken back whole", () => {
  it.each(offered)("$name", ({ it: given, finding, fix }) => {
    const { has } = given;
    const store = createCanvasStore(has);
    pressFix(store, fix);
    const { definition } = store.getState();
    const isProved = proved.has(given);
    const [before, after] = [found(given, has, isProved), found(given, definition, isProved)];

    expect(processDefinitionSchema.safeParse(definition).error).toBeUndefined();
    expect(after.map(placeOf)).not.toContain(placeOf(finding));
    expect(added(errorsIn(before), errorsIn(after))).toEqual([]);
    store.getState().undo();
    expect(store.getState().definition).toEqual(has);
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
