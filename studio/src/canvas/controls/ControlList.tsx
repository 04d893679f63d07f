import type { ProcessDefinition } from "@sluice/process";
import { IconShieldCheck } from "@tabler/icons-react";
import { useSayings } from "../sayings/useSayings.ts";
import { controlWords } from "./controlWords.ts";
import css from "./controls.module.css";

/** The control points of a definition as sentences, to be read. */
export function ControlList({ definition }: { readonly definition: ProcessDefinition }) {
  const sayings = useSayings();
  const controls = definition.controls ?? [];
  if (controls.length === 0) return <p className={css.about}>{sayings.say("controls.empty")}</p>;
  return (
    <ul className={css.list}>
      {controls.map((control) => (
        <li key={control.id} className={css.said} data-control={control.id}>
          <IconShieldCheck size={15} stroke={1.7} aria-hidden />
          <span>{controlWords(sayings, definition, control)}</span>
        </li>
      ))}
    </ul>
  );
}
