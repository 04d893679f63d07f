import { Select } from "@mantine/core";
import { blocks, type Node } from "@sluice/process";
import { findNode } from "../../model/elements.ts";
import { getAt, type Path } from "../../model/setAt.ts";
import type { BlockInputChoice } from "../../sayings/catalogue.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { useElementId, useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import type { ActionNode } from "./actionNode.ts";
import type { BlockInput } from "./blockInput.ts";
import { BlockInputLine } from "./BlockInputLine.tsx";
import { useRecordFields } from "./useRecordFields.ts";
import css from "../inspector.module.css";

/** A block that writes the record takes its fields one by one. */
const FIELD_WRITER = "setFields";

/** The block whose inputs stand at a path: it is named beside them. */
const blockBeside = (node: Node | null, path: Path): string => {
  const block = getAt(node, [...path.slice(0, -1), "block"]);
  return typeof block === "string" ? block : "";
};

/** What goes into the block. Inputs it names stand here before they are filled; fields to set are added by name. */
export function BlockInputsField({ path, value }: SchemaFieldProps) {
  const { say, catalogue } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const id = useElementId();
  const block = useCanvas(({ definition }) => blockBeside(findNode(definition, id), path));
  const inputs = (value ?? {}) as ActionNode["inputs"];
  const fields = useRecordFields([]);
  const writesFields = block === FIELD_WRITER;
  const isKept = blocks[block]?.keeps === true;
  const known = (catalogue.blocks.find((each) => each.key === block)?.inputs ?? []).filter(
    (choice) => !(writesFields && choice.type === "fields" && inputs[choice.key] === undefined),
  );
  const isKnown = (key: string) => known.some((each) => each.key === key);
  const others: BlockInputChoice[] = Object.keys(inputs)
    .filter((key) => !isKnown(key))
    .map((key) => ({
      key,
      label: fields.find((field) => field.value === key)?.label ?? key,
      type: "text",
      required: false,
    }));
  const write = (key: string, next: BlockInput | undefined) => {
    const { [key]: _before, ...rest } = inputs;
    set(next === undefined ? rest : { ...inputs, [key]: next });
  };
  return (
    <div role="group" aria-label={say("section.inputs")}>
      {problem && <p className={css.problem}>{problem}</p>}
      {[...known, ...others].map((choice) => (
        <BlockInputLine
          key={choice.key}
          path={[...path, choice.key]}
          choice={isKept ? { ...choice, isExact: true } : choice}
          isKept={isKept}
          input={inputs[choice.key]}
          onChange={(next) =>
            write(choice.key, next ?? (isKnown(choice.key) ? undefined : ({ value: "" } as BlockInput)))
          }
          {...(!isKnown(choice.key) && { onRemove: () => write(choice.key, undefined) })}
        />
      ))}
      {writesFields && (
        <Select
          mt={8}
          aria-label={say("inputs.addField")}
          placeholder={say("inputs.addField")}
          searchable
          data={fields.filter(({ value: key }) => inputs[key] === undefined && /^[a-z][A-Za-z0-9]*$/.test(key))}
          value={null}
          onChange={(key) => key && write(key, { value: "" })}
        />
      )}
    </div>
  );
}
