import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { copyElements } from "../model/clip.ts";
import { deleteElements } from "../model/deleteElements.ts";
import { pasteClip } from "../model/pasteClip.ts";
import { elementOf } from "../problems/problems.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { Callout } from "./Callout.tsx";
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
  const { say } = useSayings();
  const store = useCanvasStore();
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
      {findings !== undefined && findings.length > 0 && (
        <div className={css.callouts} role="group" aria-label={say("problems.title")} tabIndex={0}>
          {findings.map((finding, index) => (
            <Callout key={index} finding={finding} />
          ))}
        </div>
      )}
    </>
  );
}
