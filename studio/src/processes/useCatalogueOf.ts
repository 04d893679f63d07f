import { useMemo } from "react";
import { useQueryOf } from "../api/useQueryOf.ts";
import type { Catalogue } from "../canvas/sayings/catalogue.ts";
import { withStages } from "../canvas/sayings/withStages.ts";
import { useLifeCycle } from "../form/useLifeCycle.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { i18n } from "../i18n/i18n.ts";

/** The rules of the trade that a guard may name, by the keys of the domain. */
const ruleKeys = ["quote.costSigned", "quote.maySend"] as const;

/** Everything the firm has to choose from while drawing a process of a record type. */
export const useCatalogueOf = (recordType: string): Catalogue => {
  const roles = useQueryOf("people.roles", undefined, { staleMs: 60_000 }).data;
  const people = useQueryOf("people.list", undefined, { staleMs: 60_000 }).data;
  const blocks = useQueryOf("catalog.blocks", undefined, { staleMs: Number.POSITIVE_INFINITY }).data;
  const processes = useQueryOf("processes.list").data;
  const schemas = useRecordSchemas();
  const plain = schemas.byType(recordType);
  const lifeCycle = useLifeCycle(recordType);
  const schema = useMemo(() => (plain === null ? null : withStages(plain, lifeCycle)), [plain, lifeCycle]);
  return useMemo(
    () => ({
      roles: (roles ?? []).map(({ key, name }) => ({ key, label: name })),
      people: (people ?? []).filter((person) => person.active).map(({ id, name }) => ({ id, name })),
      names: new Map((people ?? []).map(({ id, name }) => [id, name])),
      blocks: (blocks ?? []).map(({ key, name, description, inputs, outputs }) => ({
        key,
        label: name,
        about: description,
        inputs: Object.entries(inputs).map(([input, { label, required, type, exact, long }]) => ({
          key: input,
          label,
          required,
          type,
          isExact: exact === true,
          isLong: long === true || type === "longText",
        })),
        outputs: Object.keys(outputs),
      })),
      processes: (processes ?? []).map(({ key, name }) => ({ key, label: name })),
      rules: ruleKeys.map((key) => ({
        key,
        label: {
          en: i18n.getFixedT("en", "processes")(`rules.${key}`),
          zh: i18n.getFixedT("zh", "processes")(`rules.${key}`),
        },
      })),
      schema,
      schemas: Object.fromEntries(schemas.all.map((each) => [each.type, each])),
      recordTypes: schemas.all.map(({ type, label }) => ({ key: type, label })),
    }),
    [roles, people, blocks, processes, schema, schemas],
  );
};
