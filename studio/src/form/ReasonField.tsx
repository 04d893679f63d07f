import { Textarea, type TextareaProps } from "@mantine/core";

interface ReasonFieldProps extends Omit<TextareaProps, "value" | "onChange" | "maxLength"> {
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** As long as the server lets a reason be. */
const LONGEST = 2_000;

/** Why somebody does what needs a reason, in their own words; `required={false}` where another says that it is missing. */
export function ReasonField({ value, onChange, ...look }: ReasonFieldProps) {
  return (
    <Textarea
      required
      autosize
      minRows={2}
      {...look}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
