import { Select } from "@mantine/core";
import type { MigrationMapping, ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/surface.ts";
import { findNode } from "../../canvas/model/elements.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import { listed } from "../../text/listed.ts";
import { stepName } from "../versions/elementWords.ts";
import css from "./migration.module.css";

interface MappingPartProps {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly proposal: OutputOf<"migrations.propose">;
  readonly mapping: MigrationMapping;
  readonly onChange: (mapping: MigrationMapping) => void;
}

const NOTHING = "";

/** Which step each one that is gone has become: as proposed by kind, name and place, or as the admin says. */
export function MappingPart({ before, after, proposal, mapping, onChange }: MappingPartProps) {
  const { t } = useTranslation("migration");
  const { t: words } = useTranslation("versions");
  const sayings = useSayings();
  const gone = [...Object.keys(proposal.mapping.nodes), ...proposal.unmapped];
  const nameIn = (definition: ProcessDefinition, id: string) => stepName({ sayings, t: words, definition }, id);
  const choicesFor = (id: string) => {
    const kind = findNode(before, id)?.kind;
    const isStage = kind === "stage";
    return after.nodes
      .filter((node) => node.kind !== "start" && (node.kind === "stage") === isStage)
      .toSorted((one, other) => Number(other.kind === kind) - Number(one.kind === kind))
      .map((node) => ({ value: node.id, label: nameIn(after, node.id) }));
  };
  const set = (id: string, value: string | null): void => {
    const { [id]: _, ...rest } = mapping.nodes;
    onChange({ ...mapping, nodes: value === null ? rest : { ...rest, [id]: value === NOTHING ? null : value } });
  };
  return (
    <section className={css.part} aria-labelledby="migration-mapping">
      <h2 id="migration-mapping">{t("mapping.title")}</h2>
      {gone.length === 0 ? (
        <p className={css.quiet}>{t("mapping.none")}</p>
      ) : (
        <p className={css.quiet}>{t("mapping.about")}</p>
      )}
      <div className={css.mapping}>
        {gone.map((id) => {
          const value = mapping.nodes[id];
          return (
            <Select
              key={id}
              label={t("mapping.becomes", { step: nameIn(before, id) })}
              data-mapped={id}
              placeholder={t("mapping.unset")}
              searchable
              clearable
              data={[...choicesFor(id), { value: NOTHING, label: t("mapping.nothing") }]}
              value={value === undefined ? null : (value ?? NOTHING)}
              onChange={(chosen) => set(id, chosen)}
            />
          );
        })}
      </div>
      {proposal.changed.length > 0 && (
        <p className={css.quiet}>
          {t("mapping.changed", {
            steps: listed(
              proposal.changed.map((id) => nameIn(after, id)),
              sayings.language,
            ),
          })}
        </p>
      )}
    </section>
  );
}
