import { ActionIcon, SegmentedControl, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { findNode } from "../../model/elements.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { useElementId, useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import type { ActionNode } from "./actionNode.ts";
import css from "../inspector.module.css";

type Input = ActionNode["inputs"][string];

const textOf = (input: Input | undefined): string =>
  input === undefined
    ? ""
    : "expression" in input
      ? input.expression
      : typeof input.value === "string"
        ? input.value
        : JSON.stringify(input.value);

/** What goes into the block: each input a fixed value or an expression. Inputs the block knows stand here before they are filled. */
export function BlockInputsField({ path, value }: SchemaFieldProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const id = useElementId();
  const block = useCanvas(({ definition }) => {
    const node = findNode(definition, id);
    return node?.kind === "action" ? node.block : "";
  });
  const inputs = (value ?? {}) as ActionNode["inputs"];
  const known = sayings.catalogue.blocks.find((each) => each.key === block)?.inputs ?? [];
  const rows = [
    ...known,
    ...Object.keys(inputs)
      .filter((key) => !known.some((each) => each.key === key))
      .map((key) => ({ key, label: key, required: false })),
  ];
  const write = (key: string, next: Input | undefined) => {
    const { [key]: _before, ...others } = inputs;
    set(next === undefined ? others : { ...others, [key]: next });
  };
  const typed = (mode: "value" | "expression", text: string): Input | undefined =>
    mode === "expression" ? { expression: text } : text === "" ? undefined : { value: text };
  return (
    <div role="group" aria-label={say("section.inputs")}>
      {problem && <p className={css.problem}>{problem}</p>}
      {rows.map(({ key, label, required }) => {
        const input = inputs[key];
        const mode = input && "expression" in input ? "expression" : "value";
        return (
          <div key={key} className={css.field}>
            <div className={css.line} style={{ alignItems: "center", marginBottom: 4 }}>
              <span>
                {textIn(sayings, label)}
                {required && <span aria-hidden> *</span>}
              </span>
              <SegmentedControl
                className={css.fixed ?? ""}
                size="xs"
                aria-label={say("inputs.mode")}
                data={[
                  { value: "value", label: say("inputs.value") },
                  { value: "expression", label: say("inputs.expression") },
                ]}
                value={mode}
                onChange={(next) =>
                  write(
                    key,
                    next === "expression" ? { expression: textOf(input) || "record." } : typed("value", textOf(input)),
                  )
                }
              />
              {!known.some((each) => each.key === key) && (
                <ActionIcon
                  className={css.fixed ?? ""}
                  aria-label={say("inputs.remove", { input: key })}
                  onClick={() => write(key, undefined)}
                >
                  <IconTrash size={15} stroke={1.6} />
                </ActionIcon>
              )}
            </div>
            <TextInput
              className={mode === "expression" ? (css.mono ?? "") : ""}
              aria-label={textIn(sayings, label)}
              value={textOf(input)}
              onChange={(event) => write(key, typed(mode, event.currentTarget.value))}
            />
          </div>
        );
      })}
      <TextInput
        mt={8}
        placeholder={say("inputs.add")}
        aria-label={say("inputs.add")}
        onKeyDown={(event) => {
          const key = event.currentTarget.value.trim();
          if (event.key !== "Enter" || !/^[a-z][A-Za-z0-9]*$/.test(key)) return;
          write(key, { value: "" });
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}
