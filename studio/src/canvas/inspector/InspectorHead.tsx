import { ActionIcon, Tooltip } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconCopy, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { findingWords } from "../controls/findingWords.ts";
import { copyElements } from "../model/clip.ts";
import { deleteElements } from "../model/deleteElements.ts";
import { pasteClip } from "../model/pasteClip.ts";
import { FindingActs } from "../problems/FindingActs.tsx";
import { elementOf } from "../problems/problems.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import css from "./inspector.module.css";

interface InspectorHeadProps {
  readonly id: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly about: string;
  readonly canCopy?: boolean;
  /** What else can be done with it. */
  readonly acts?: ReactNode;
}

/** What is being looked at, what can be done with it as a whole, and what is wrong with it. */
export function InspectorHead({ id, icon, title, about, canCopy = true, acts }: InspectorHeadProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const findings = useCanvas(({ problems }) => problems.byElement.get(id))?.filter(
    (finding) => elementOf(finding) === id,
  );
  return (
    <>
      <header className={css.head}>
        {icon}
        <div className={css.heading}>
          <h2>{title}</h2>
          <p>{about}</p>
        </div>
        {!readOnly && acts}
        {canCopy && !readOnly && (
          <Tooltip label={say("inspector.duplicate")}>
            <ActionIcon
              aria-label={say("inspector.duplicate")}
              onClick={() => store.getState().apply(pasteClip(copyElements(store.getState().definition, [id])))}
            >
              <IconCopy size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        {!readOnly && (
          <Tooltip label={say("inspector.delete")}>
            <ActionIcon
              aria-label={say("inspector.delete")}
              onClick={() => store.getState().apply(deleteElements([id]))}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      {findings?.map((finding, index) => (
        <div
          key={index}
          className={css.callout}
          data-severity={finding.severity}
          role="note"
          tabIndex={-1}
          data-findings
        >
          {finding.severity === "error" ? (
            <IconAlertCircle size={15} stroke={1.7} aria-hidden />
          ) : (
            <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          )}
          <span>
            {findingWords(sayings, definition, finding)}
            {finding.fix && <span className={css.fix}>{textIn(sayings, finding.fix)}</span>}
            <FindingActs finding={finding} />
          </span>
        </div>
      ))}
    </>
  );
}
