import type { FieldSchema } from "@sluice/domain";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { Line } from "../lines/Line.ts";
import { LinesGrid } from "../lines/LinesGrid.tsx";

interface TerritoryMembersProps {
  readonly field: FieldSchema;
  readonly lines: readonly Line[];
  readonly canEdit: boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (lines: readonly Line[]) => void;
}

/** Who covers a territory: a person a line, in the order in which they are asked. */
export function TerritoryMembers({ field, lines, canEdit, errors, onChange }: TerritoryMembersProps) {
  const { local } = useLanguage();
  const people = useQueryOf("people.list", undefined, { staleMs: 5 * 60_000 });
  const chosen = new Set(lines.map((line) => line["person"]));
  const options = (people.data ?? [])
    .filter((person) => person.active || chosen.has(person.id))
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <LinesGrid
      label={local(field.label)}
      path="members"
      fields={field.lineFields ?? {}}
      columns={["person"]}
      lines={lines}
      currency={undefined}
      canEdit={canEdit}
      errors={errors}
      onChange={onChange}
      aNewLine={() => ({})}
      optionsOf={() => options}
    />
  );
}
