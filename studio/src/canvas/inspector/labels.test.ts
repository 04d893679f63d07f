import { edgeSchema, moveSchema, type NodeKind, nodeSchemas } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { canvas } from "../../i18n/en/canvas.ts";
import { discriminatorOf, type FieldShape, leastValue, sectionsOf, shapeOf, shapeOfKind } from "./fieldSchema.ts";
import { widgetFor } from "./widgets/widgets.ts";

const fields: Readonly<Record<string, unknown>> = canvas.field;
const options: Readonly<Record<string, Readonly<Record<string, unknown>>>> = canvas.option;

/** Every label and choice that drawing a shape will ask for and does not find. */
const missingIn = (shape: FieldShape, name: string, within: string): string[] => {
  if (shape.widget === "hidden") return [];
  const label = fields[`${within}_${name}`] ?? fields[name] ?? (name === "" ? "" : undefined);
  const missing = label === undefined ? [`field ${within} ${name}`] : [];
  if (widgetFor(shape, name) && !shape.items?.oneOf) return missing;
  const variants = shape.oneOf ?? shape.items?.oneOf ?? [];
  const key = discriminatorOf(variants);
  const choices =
    shape.enum ?? (key === null ? [] : variants.map((variant) => String(variant.properties?.[key]?.const)));
  missing.push(
    ...choices.filter((choice) => options[name]?.[choice] === undefined).map((choice) => `option ${name} ${choice}`),
  );
  const inner = [
    ...Object.entries(shape.properties ?? {}),
    ...Object.entries(shape.items?.properties ?? {}),
    ...variants.flatMap((variant) => Object.entries(variant.properties ?? {}).filter(([field]) => field !== key)),
  ];
  return [...missing, ...inner.flatMap(([field, each]) => missingIn(each, field, name))];
};

const kinds = Object.keys(nodeSchemas) as NodeKind[];

describe("the inspector", () => {
  it.each(kinds)("has words for every setting and choice of %s", (kind) => {
    const missing = sectionsOf(kind).flatMap(({ fields: inSection }) =>
      inSection.flatMap(({ key, shape }) => missingIn(shape, key, kind)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
  it("has words for every setting of a move and a wire", () => {
    const move = Object.entries(shapeOf("move", moveSchema).properties ?? {}).filter(
      ([key]) => key !== "id" && key !== "to",
    );
    const edge = Object.entries(shapeOf("edge", edgeSchema).properties ?? {}).filter(
      ([key]) => key === "name" || key === "maxVisits",
    );
    expect([
      ...move.flatMap(([key, shape]) => missingIn(shape, key, "move")),
      ...edge.flatMap(([key, shape]) => missingIn(shape, key, "edge")),
    ]).toEqual([]);
  });
  it.each(kinds)("names the section of every setting of %s", (kind) => {
    expect(
      sectionsOf(kind)
        .map(({ key }) => key)
        .filter((key) => !(key in canvas.section)),
    ).toEqual([]);
  });
  it("starts a fresh variant with a value that parses", () => {
    const mode = shapeOfKind("approval").properties?.["mode"];
    expect((mode?.oneOf ?? []).map((variant) => leastValue(variant))).toContainEqual({
      by: "weighted",
      share: 1,
      weights: {},
    });
  });
});
