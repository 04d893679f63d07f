import { z } from "zod";

const prefixedName = z
  .string()
  .regex(/^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/)
  .max(200);
const attributesSchema = z.record(prefixedName, z.string().max(20_000));

/** An element of another tool, as it stood in its file. */
export interface ForeignElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string | undefined;
  readonly children: readonly ForeignElement[];
}
const foreignElementSchema: z.ZodType<ForeignElement> = z.lazy(() =>
  z.strictObject({
    name: prefixedName,
    attributes: attributesSchema,
    text: z.string().max(100_000).optional(),
    children: z.array(foreignElementSchema).max(500),
  }),
);

/** The most that is kept of other tools' settings: places, and how deep their elements may lie. */
export const FOREIGN_LIMITS = { places: 2_000, depth: 8, namespaces: 40 } as const;

/**
 * What other tools had written into the file that this process came from, kept for the way back and read by nobody.
 *
 * `of` is the node, edge or move it stood on; `process` and `definitions` are the file's own.
 */
export const foreignSchema = z.strictObject({
  namespaces: z.record(
    z
      .string()
      .regex(/^[A-Za-z_][\w.-]*$/)
      .max(60),
    z.string().max(500),
  ),
  places: z
    .array(
      z.strictObject({
        of: z.string().max(80),
        attributes: attributesSchema,
        elements: z.array(z.json()).max(500),
      }),
    )
    .max(FOREIGN_LIMITS.places),
});
export type Foreign = z.infer<typeof foreignSchema>;

/** The elements of a place that are whole; a definition edited by hand may hold others, which are not written. */
export const foreignElementsOf = ({ elements }: Foreign["places"][number]): readonly ForeignElement[] =>
  elements.flatMap((element) => {
    const read = foreignElementSchema.safeParse(element);
    return read.success ? [read.data] : [];
  });
