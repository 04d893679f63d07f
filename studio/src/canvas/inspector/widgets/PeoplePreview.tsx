import { isAskingNode } from "@sluice/process";
import { lazy, Suspense, useState } from "react";
import { findNode } from "../../model/elements.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { useElementId } from "../fieldContext.ts";
import css from "../inspector.module.css";

const AskedPeople = lazy(async () => ({ default: (await import("./AskedPeople.tsx")).AskedPeople }));

/** Whom the step would ask for a real record as it stands: by the rules as they are drawn now. */
export function PeoplePreview() {
  const { say } = useSayings();
  const id = useElementId();
  const node = useCanvas(({ definition }) => findNode(definition, id));
  const readOnly = useCanvas((state) => state.readOnly);
  const [isOpen, setOpen] = useState(false);
  if (readOnly || node === null || !isAskingNode(node)) return null;
  return (
    <div className={css.preview}>
      <button type="button" className={css.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say("preview.who")}
      </button>
      {isOpen && (
        <Suspense>
          <AskedPeople />
        </Suspense>
      )}
    </div>
  );
}
