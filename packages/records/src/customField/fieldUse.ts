import type { LayoutSection } from "@sluice/domain";
import { problem, type LocalText, type Problem } from "@sluice/problems";
import { fieldUses, type ProcessDefinition, readDefinition } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { House } from "../house.ts";
import { schemasOf } from "../process/planOf.ts";

/** Something that speaks of a field: a process in force, a draft of one, or a layout. */
export type FieldUse =
  | {
      readonly what: "process" | "draft";
      readonly key: string;
      readonly name: LocalText;
      /** The steps and stages that do, by name; empty where the draft cannot be read. */
      readonly steps: readonly LocalText[];
    }
  | { readonly what: "layout"; readonly role: string | null };

/** Which field is looked for. */
export interface FieldAddress {
  readonly recordType: string;
  readonly key: string;
}

interface Drawn {
  readonly what: "process" | "draft";
  readonly key: string;
  readonly definition: unknown;
}

/** Only definitions that hold the field's key at all, so that few are taken apart however many there are. */
const drawnWith = async (db: Kysely<DB>, key: string): Promise<readonly Drawn[]> => {
  const { rows } = await sql<Drawn>`
    SELECT 'process' AS what, of.process_key AS key, of.definition
      FROM process JOIN process_version of ON of.process_key = process.key AND of.version = process.published_version
      WHERE strpos(of.definition::text, ${key}) > 0
    UNION ALL
    SELECT 'draft', process_key, definition FROM process_draft WHERE strpos(definition::text, ${key}) > 0
    ORDER BY 1 DESC, 2`.execute(db);
  return rows;
};

/** The steps and stages at these places; a wire or a move is told by what it leaves. */
const stepsOf = (definition: ProcessDefinition, places: ReturnType<typeof fieldUses>): readonly LocalText[] => {
  const ids = new Set(places.map(({ node }) => node));
  const ways = new Set(places.flatMap(({ edge, move }) => [edge, move]));
  const left = new Set(definition.edges.filter(({ id }) => ways.has(id)).map(({ from }) => from));
  return definition.nodes
    .filter(
      (node) =>
        ids.has(node.id) || left.has(node.id) || (node.kind === "stage" && node.moves.some(({ id }) => ways.has(id))),
    )
    .map(({ name }) => name);
};

const usesIn = ({ what, key, definition: unread }: Drawn, house: Pick<House, "types">, field: FieldAddress) => {
  const read = readDefinition(unread);
  if ("problems" in read) return [{ what, key, name: { en: key, zh: key }, steps: [] }];
  const { definition } = read;
  const uses = fieldUses(definition, schemasOf(house), field);
  if (uses.length === 0) return [];
  return [{ what, key, name: definition.name, steps: stepsOf(definition, uses) }];
};

/** Everything that speaks of a field: processes in force first, then drafts, then layouts. */
export const usesOfField = async (
  db: Kysely<DB>,
  house: Pick<House, "types">,
  field: FieldAddress,
): Promise<readonly FieldUse[]> => {
  const drawn = await drawnWith(db, field.key);
  const layouts = await db
    .selectFrom("layout")
    .select(["role", "sections", "hidden"])
    .where("record_type", "=", field.recordType)
    .orderBy("role")
    .execute();
  const names = ({ sections, hidden }: (typeof layouts)[number]): boolean =>
    hidden.includes(field.key) ||
    (sections as unknown as readonly LayoutSection[]).some(({ fields }) => fields.includes(field.key));
  return [
    ...drawn.flatMap((one): readonly FieldUse[] => usesIn(one, house, field)),
    ...layouts.filter(names).map(({ role }): FieldUse => ({ what: "layout", role: role === "" ? null : role })),
  ];
};

const joined = (steps: readonly LocalText[], language: "en" | "zh"): string =>
  steps.map((step) => `“${step[language]}”`).join(language === "en" ? ", " : "、");

/**
 * What stands against putting a field away: a process in force speaks of it. A draft does not, nor does a layout: these are told
 * beforehand.
 *
 * @problem FIELD_IN_USE - a process in force reads it, asks for it or writes it
 */
export const putAwayProblems = (uses: readonly FieldUse[]): readonly Problem[] =>
  uses.flatMap((use) => {
    if (use.what !== "process") return [];
    const { key, name, steps } = use;
    const at = { en: steps.length > 0 ? ` at ${joined(steps, "en")}` : "", zh: joined(steps, "zh") };
    return [
      problem(
        "FIELD_IN_USE",
        { process: key },
        {
          sentence: {
            en: `The process “${name.en}” uses this field${at.en}: publish it without the field first.`,
            zh: `流程“${name.zh}”${at.zh === "" ? "" : `在${at.zh}`}使用此字段：请先发布不使用它的版本。`,
          },
          whoCanClear: [{ role: "admin" }],
        },
      ),
    ];
  });
