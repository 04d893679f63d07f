import { ActionIcon, Tooltip } from "@mantine/core";
import type { Control } from "@sluice/process";
import { IconChevronRight, IconTrash } from "@tabler/icons-react";
import { useEffect, useId, useRef } from "react";
import { pathOf } from "../problems/finding.ts";
import { FindingActs } from "../problems/FindingActs.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { removeControl } from "./controlEdits.ts";
import { ControlSettings } from "./ControlSettings.tsx";
import { ControlVerdict } from "./ControlVerdict.tsx";
import { controlWords } from "./controlWords.ts";
import { controlIndexOf, isOfProof } from "./proof.ts";
import css from "./controls.module.css";

interface ControlRowProps {
  readonly control: Control;
  readonly index: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemoved: () => void;
}

/** One control point: its sentence, what the checker says against it, and its settings while it is open. */
export function ControlRow({ control, index, isOpen, onToggle, onRemoved }: ControlRowProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const settings = useId();
  const root = useRef<HTMLLIElement>(null);
  const definition = useCanvas((state) => state.definition);
  const isPointedAt = useCanvas(
    ({ focusField }) =>
      focusField?.id === "" && focusField.path[0] === "controls" && Number(focusField.path[1]) === index,
  );
  const proof = useCanvas((state) => state.proof);
  const checked = useCanvas((state) => state.checked);
  const against = checked.find((finding) => controlIndexOf(finding) === index && !isOfProof(finding));
  const verdict = proof.verdicts.get(control.id);
  const proofFinding = proof.findings.get(control.id);
  const failing = proofFinding && { ...proofFinding, path: ["controls", index] };
  const said = controlWords(sayings, definition, control);
  useEffect(() => {
    if (!isPointedAt) return;
    root.current?.scrollIntoView({ block: "center" });
    root.current?.querySelector("button")?.focus();
  }, [isPointedAt]);
  return (
    <li ref={root} className={css.control} data-control={control.id}>
      <div className={css.head}>
        <button type="button" aria-expanded={isOpen} aria-controls={settings} onClick={onToggle}>
          <IconChevronRight size={14} stroke={1.8} aria-hidden />
          <span>{said}</span>
        </button>
        <Tooltip label={say("controls.remove")}>
          <ActionIcon
            aria-label={say("controls.removeOne", { control: said })}
            onClick={() => {
              store.getState().apply(removeControl(index), { keepSelection: true });
              onRemoved();
            }}
          >
            <IconTrash size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {(verdict !== undefined || proof.status === "proving") && (
        <div className={css.acts}>
          <ControlVerdict verdict={verdict} isProving={proof.status === "proving"} />
          {failing && <FindingActs finding={failing} />}
        </div>
      )}
      {against && <p className={css.against}>{textIn(sayings, against.message)}</p>}
      {against && (
        <div className={css.acts}>
          <FindingActs finding={against} />
        </div>
      )}
      <div id={settings} hidden={!isOpen}>
        {isOpen && (
          <ControlSettings
            control={control}
            index={index}
            problem={against && pathOf(against)[2] === "when" ? textIn(sayings, against.message) : null}
          />
        )}
      </div>
    </li>
  );
}
