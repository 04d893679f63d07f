import { nodeSchemas, type NodeKind } from "@sluice/process";
import { z } from "zod";

/** The part of JSON Schema that the inspector reads, with our `section` and `widget` from `.meta`. */
export interface FieldShape {
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, FieldShape>>;
  readonly required?: readonly string[];
  readonly items?: FieldShape;
  readonly oneOf?: readonly FieldShape[];
  readonly anyOf?: readonly FieldShape[];
  readonly additionalProperties?: FieldShape | boolean;
  readonly section?: string;
  readonly widget?: string;
}

const kept = new Map<string, FieldShape>();

/** A schema as the inspector reads it. Made once per key. */
export const shapeOf = (key: string, schema: z.ZodType): FieldShape => {
  const known = kept.get(key);
  if (known) return known;
  const shape = z.toJSONSchema(schema, { io: "input" }) as FieldShape;
  kept.set(key, shape);
  return shape;
};

/** The settings of a kind as its zod schema declares them. */
export const shapeOfKind = (kind: NodeKind): FieldShape => shapeOf(`node ${kind}`, nodeSchemas[kind]);

const sectionOrder = [
  "general",
  "who",
  "rule",
  "moves",
  "form",
  "inputs",
  "outputs",
  "list",
  "time",
  "sendBack",
  "fields",
  "actions",
  "control",
  "failure",
];
const unseen = new Set(["id", "kind"]);

export interface Section {
  readonly key: string;
  readonly fields: readonly { readonly key: string; readonly shape: FieldShape; readonly required: boolean }[];
}

/** The settings of a kind by section, in the order they are read. What has no section stands in `general`. */
export const sectionsOf = (kind: NodeKind): Section[] => {
  const shape = shapeOfKind(kind);
  const sections = new Map<string, { key: string; shape: FieldShape; required: boolean }[]>();
  for (const [key, field] of Object.entries(shape.properties ?? {})) {
    if (unseen.has(key) || field.widget === "hidden") continue;
    const section = field.section ?? "general";
    sections.set(section, [
      ...(sections.get(section) ?? []),
      { key, shape: field, required: shape.required?.includes(key) ?? false },
    ]);
  }
  return [...sections]
    .sort(([one], [other]) => sectionOrder.indexOf(one) - sectionOrder.indexOf(other))
    .map(([key, fields]) => ({ key, fields }));
};

/** The key that tells the variants of a union apart (`by`, `do`, `on`…), or null when it has none. */
export const discriminatorOf = (variants: readonly FieldShape[]): string | null => {
  const [first] = variants;
  const keys = Object.entries(first?.properties ?? {}).filter(([, field]) => field.const !== undefined);
  return keys.find(([key]) => variants.every((variant) => variant.properties?.[key]?.const !== undefined))?.[0] ?? null;
};

/** The least value that fits a shape: what a freshly chosen variant or a new row of a list starts with. */
export const leastValue = (shape: FieldShape): unknown => {
  if (shape.default !== undefined) return shape.default;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const variant = shape.oneOf?.[0] ?? shape.anyOf?.[0];
  if (variant) return leastValue(variant);
  if (shape.type === "object") {
    const required = Object.entries(shape.properties ?? {}).filter(([key]) => shape.required?.includes(key));
    return Object.fromEntries(required.map(([key, field]) => [key, leastValue(field)]));
  }
  if (shape.type === "array") return shape.minItems && shape.items ? [leastValue(shape.items)] : [];
  if (shape.type === "integer" || shape.type === "number") return shape.minimum ?? 0;
  if (shape.type === "boolean") return false;
  return "";
};
