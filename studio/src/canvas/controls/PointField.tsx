import { MultiSelect, Select } from "@mantine/core";
import type { Act, Point } from "@sluice/process";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import { type PointKind, isPointOf, pointChoices, pointOfValue, valueOfPoint } from "./pointChoices.ts";

interface PointFieldProps {
  readonly label: string;
  readonly kind: PointKind;
  readonly point: Act;
  readonly onChange: (point: Act) => void;
}

const groupsFor = (choices: ReturnType<typeof pointChoices>) =>
  choices.map(({ group, items }) => ({ group, items: [...items] }));

/** One moment: a stage, a step with or without its outcome, a milestone, or that the case was begun. */
export function PointField({ label, kind, point, onChange }: PointFieldProps) {
  const sayings = useSayings();
  const definition = useCanvas((state) => state.definition);
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      data={groupsFor(pointChoices(sayings, definition, { kind, chosen: [point] }))}
      value={valueOfPoint(point)}
      onChange={(value) => value !== null && onChange(pointOfValue(value))}
    />
  );
}

/** Several moments, of which one is enough; the last one stays. */
export function PointsField({
  label,
  points,
  onChange,
}: {
  readonly label: string;
  readonly points: readonly Point[];
  readonly onChange: (points: readonly Point[]) => void;
}) {
  const sayings = useSayings();
  const definition = useCanvas((state) => state.definition);
  return (
    <MultiSelect
      label={label}
      searchable
      maxValues={10}
      data={groupsFor(pointChoices(sayings, definition, { kind: "any", chosen: points }))}
      value={points.map(valueOfPoint)}
      onChange={(values) => values.length > 0 && onChange(values.map(pointOfValue).filter(isPointOf))}
    />
  );
}
