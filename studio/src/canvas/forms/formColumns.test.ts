import type { FormField } from "@sluice/process";
import { templateOf } from "@sluice/templates";
import { describe, expect, it } from "vitest";
import { setField } from "../model/setField.ts";
import { formColumns, namedFields, withAccess } from "./formColumns.ts";

const form: readonly FormField[] = [
  { path: "name", access: "edit" },
  { path: "total", access: "read" },
];
const full = Array.from({ length: 100 }, (_none, index): FormField => ({ path: `f${index}`, access: "read" }));

describe("a cell of the table of forms", () => {
  it.each([
    { name: "changes a line in its place", form, path: "name", access: "required", next: "name required, total read" },
    { name: "adds one at the end", form, path: "note", access: "hidden", next: "name edit, total read, note hidden" },
    { name: "names a field no longer", form, path: "name", access: null, next: "total read" },
    { name: "leaves what was not named", form, path: "note", access: null, next: "name edit, total read" },
    { name: "leaves no form without lines", form: form.slice(0, 1), path: "name", access: null, next: undefined },
    { name: "makes no form of nothing", form: [], path: "name", access: null, next: undefined },
  ] as const)("$name", ({ form: before, path, access, next }) => {
    const after = withAccess(before, path, access);
    expect(after?.map((line) => `${line.path} ${line.access}`).join(", ")).toBe(next);
  });

  it.each([
    { name: "takes the hundredth line", form: full.slice(1) },
    { name: "takes none after it", form: full },
  ])("$name", ({ form: before }) => {
    expect(withAccess(before, "x", "read")).toHaveLength(100);
  });
});

describe("the table of forms", () => {
  it("has a column for every form that people meet, each where its setting is", () => {
    const definition = templateOf("quote");
    const columns = formColumns(definition);
    expect(columns.map(({ name }) => name.en)).toEqual(
      expect.arrayContaining(["Manager approval", "Submit", "Customer accepts"]),
    );
    for (const { element, path, form: before } of columns) {
      const next = withAccess(before, "internalNote", "hidden");
      const changed = formColumns(setField(element, path, next)(definition).definition);
      const differing = changed.filter(({ form: after }, index) => after !== columns[index]?.form && after.length > 0);
      expect(differing.filter((column) => column.form.some(({ path: at }) => at === "internalNote"))).toHaveLength(1);
    }
  });

  it("lists the fields that a form names in the order of the record", () => {
    const [one, other] = formColumns(templateOf("quote"));
    const columns = [
      { ...one, form: [{ path: "total", access: "read" }] },
      { ...other, form: [...form, { path: "gone", access: "edit" }] },
    ] as ReturnType<typeof formColumns>;
    expect(namedFields(columns, ["customer", "name", "total"])).toEqual(["name", "total", "gone"]);
  });
});
