/** A JSON schema, or a piece of an OpenAPI document. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

const REF = /^#(?:\/\$defs\/(.+))?$/;

/**
 * Moves a schema's own `$defs` to the document's components, where its references then point: inside an OpenAPI document a
 * `#/$defs/…` would be looked for at the document's root.
 */
export const hoistDefinitions = (
  schema: JsonSchema,
  name: string,
  components: Record<string, JsonSchema>,
): JsonSchema => {
  const nameOf = (definition: string | undefined): string =>
    definition === undefined ? `${name}_root` : `${name}_${definition}`;
  let pointsToRoot = false;
  const turn = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turn);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const match = key === "$ref" && typeof inner === "string" ? REF.exec(inner) : null;
        if (match === null) return [key, turn(inner)];
        if (match[1] === undefined) pointsToRoot = true;
        return [key, `#/components/schemas/${nameOf(match[1])}`];
      }),
    );
  };
  const { $defs, $schema: _dialect, ...rest } = schema;
  const turned = turn(rest);
  const result: JsonSchema = typeof turned === "object" && turned !== null ? { ...turned } : {};
  for (const [key, definition] of Object.entries(typeof $defs === "object" && $defs !== null ? $defs : {})) {
    const moved = turn(definition);
    components[nameOf(key)] = typeof moved === "object" && moved !== null ? { ...moved } : {};
  }
  if (pointsToRoot) components[nameOf(undefined)] = result;
  return result;
};
