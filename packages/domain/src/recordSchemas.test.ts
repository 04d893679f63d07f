import { describe, expect, it } from "vitest";
import type { FieldSchema } from "./field/recordSchema.ts";
import { recordSchemas } from "./recordSchemas.ts";

const everyField = (fields: Readonly<Record<string, FieldSchema>>): FieldSchema[] =>
  Object.values(fields).flatMap((field) => [field, ...everyField(field.lineFields ?? {})]);

describe("recordSchemas", () => {
  it.each(Object.entries(recordSchemas))("%s is whole", (type, schema) => {
    expect(schema.type).toBe(type);
    expect(Object.keys(schema.fields)).toContain(schema.titleField);
    for (const field of everyField(schema.fields)) {
      expect(field.label.en).not.toBe("");
      expect(field.label.zh).toMatch(/\p{Script=Han}/u);
      expect(field.type === "choice").toBe(field.choices !== undefined);
      expect(field.type === "reference").toBe(field.refersTo !== undefined);
      expect(field.type === "lines").toBe(field.lineFields !== undefined);
      expect(field.required === true && field.derived === true).toBe(false);
    }
  });

  it("numbers documents with prefixes of their own", () => {
    const prefixes = Object.values(recordSchemas)
      .map(({ numberPrefix }) => numberPrefix)
      .filter((it) => it !== null);
    expect(prefixes).toEqual([...new Set(prefixes)]);
  });
});
