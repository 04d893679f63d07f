import type { RecordSchema } from "@sluice/domain";
import { withStages } from "../canvas/sayings/withStages.ts";
import { useLifeCycle } from "../form/useLifeCycle.ts";
import { FilterField } from "./FilterField.tsx";

interface StageFilterProps {
  readonly schema: RecordSchema;
  readonly value: string | null;
  readonly onChange: (stage: string | null) => void;
}

/** Narrows a list to the records in one stage of their life cycle; not there where they have none. */
export function StageFilter({ schema, value, onChange }: StageFilterProps) {
  const { stage } = withStages(schema, useLifeCycle(schema.type)).fields;
  return stage?.type === "choice" ? <FilterField field={stage} value={value} onChange={onChange} /> : null;
}
