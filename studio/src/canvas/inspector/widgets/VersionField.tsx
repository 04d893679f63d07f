import { NumberInput, Select } from "@mantine/core";
import { useSayings } from "../../sayings/useSayings.ts";
import { useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";

/** The newest version of the other process, or one that is pinned. */
export function VersionField({ path, value }: SchemaFieldProps) {
  const { say } = useSayings();
  const set = useSetField(path);
  const pinned = typeof value === "number" ? value : null;
  return (
    <>
      <Select
        label={say("field.version")}
        data={[
          { value: "latest", label: say("version.latest") },
          { value: "pinned", label: say("version.pinned") },
        ]}
        value={pinned === null ? "latest" : "pinned"}
        allowDeselect={false}
        onChange={(next) => set(next === "pinned" ? 1 : "latest")}
      />
      {pinned !== null && (
        <NumberInput
          mt={6}
          aria-label={say("version.number")}
          min={1}
          allowDecimal={false}
          value={pinned}
          onChange={(next) => typeof next === "number" && set(next)}
        />
      )}
    </>
  );
}
