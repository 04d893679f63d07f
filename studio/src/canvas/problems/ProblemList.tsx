import { ActionIcon } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconX } from "@tabler/icons-react";
import { findingWords } from "../controls/findingWords.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { type Finding, pathOf } from "./finding.ts";
import { FindingActs } from "./FindingActs.tsx";
import { placeOf } from "./placeOf.ts";
import { elementOf } from "./problems.ts";
import css from "./problems.module.css";

/** Everything the checker found, errors first; a click goes there and opens the field. */
export function ProblemList({
  onClose,
  onShow,
}: {
  readonly onClose: () => void;
  readonly onShow: (id: string) => void;
}) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const { findings } = useCanvas((state) => state.problems);
  const ordered = [...findings].sort(
    (one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"),
  );
  const show = (finding: Finding) => {
    const path = pathOf(finding);
    const id = elementOf(finding);
    if (path[0] === "controls") {
      // A control point's settings are the process's own, wherever on the canvas it fails.
      store.getState().select([]);
      store.getState().set({ focusField: { id: "", path } });
    } else if (id !== "") {
      store.getState().select([id]);
      store.getState().set({ focusField: { id, path } });
    }
    if (id !== "") onShow(id);
  };
  return (
    <section className={css.list} aria-label={say("problems.title")}>
      <header>
        <h2>{say("problems.title")}</h2>
        <ActionIcon aria-label={say("problems.close")} onClick={onClose}>
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </header>
      <ul tabIndex={-1} data-findings>
        {ordered.map((finding, index) => (
          <li key={index}>
            <button type="button" className={css.go} onClick={() => show(finding)}>
              {finding.severity === "error" ? (
                <IconAlertCircle className={css.error} size={16} stroke={1.7} aria-label={say("problems.error")} />
              ) : (
                <IconAlertTriangle
                  className={css.warning}
                  size={16}
                  stroke={1.7}
                  aria-label={say("problems.warning")}
                />
              )}
              <span className={css.what}>{findingWords(sayings, definition, finding)}</span>
              <span className={css.where}>{placeOf(sayings, definition, finding)}</span>
            </button>
            <FindingActs finding={finding} />
          </li>
        ))}
        {ordered.length === 0 && <li className={css.none}>{say("problems.none")}</li>}
      </ul>
    </section>
  );
}
