import { useLifeCycle } from "../form/useLifeCycle.ts";
import { Chip } from "./Chip.tsx";
import { stageTone } from "./stageTone.ts";

interface StageChipProps {
  readonly recordType: string;
  readonly stage: { readonly key: string; readonly name: string } | null;
}

/** The stage that a record stands in, as it stands out among the others of its life cycle; nothing where it has none. */
export function StageChip({ recordType, stage }: StageChipProps) {
  const life = useLifeCycle(recordType);
  return stage === null ? null : <Chip tone={stageTone(life, stage.key)}>{stage.name}</Chip>;
}
