import { Button, Loader } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import { actWords, type Example, recordWords, routeWords } from "./exampleWords.ts";
import { useBehaviour } from "./useBehaviour.ts";
import css from "./compare.module.css";

interface BehaviourListProps {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  /** Both versions in one drawing: where names are looked up. */
  readonly definition: ProcessDefinition;
  readonly chosen: Example | null;
  readonly onChoose: (example: Example) => void;
}

/** Records and acts with which the two versions go different ways, the shortest first; each can be seen on the canvas. */
export function BehaviourList({ before, after, definition, chosen, onChoose }: BehaviourListProps) {
  const { t } = useTranslation("versions");
  const sayings = useSayings();
  const { behaviour, isLooking, failure, retry } = useBehaviour(before, after);
  const naming = { sayings, t, definition };
  return (
    <section aria-labelledby="compare-behaviour" aria-busy={isLooking}>
      <h3 id="compare-behaviour">{t("behaviour.title")}</h3>
      <p className={css.about}>{t("behaviour.about")}</p>
      {isLooking && (
        <p className={css.none} role="status">
          <Loader size={12} /> {t("behaviour.looking")}
        </p>
      )}
      {failure === "errors" && (
        <p className={css.none} role="status">
          {t("behaviour.errors")}
        </p>
      )}
      {failure === "lost" && (
        <p className={css.none} role="status">
          {t("behaviour.failed")}{" "}
          <Button variant="default" size="compact-xs" onClick={retry}>
            {t("behaviour.retry")}
          </Button>
        </p>
      )}
      {behaviour?.examples.length === 0 && (
        <p className={css.none}>{t(behaviour.isWhole ? "behaviour.none" : "behaviour.nonePartly")}</p>
      )}
      <ul className={css.examples}>
        {behaviour?.examples.map((example, index) => (
          <li key={index} data-chosen={example === chosen}>
            <button
              type="button"
              className={css.example}
              aria-pressed={example === chosen}
              onClick={() => onChoose(example)}
            >
              <b>{recordWords(naming, example)}</b>
              {t("behaviour.after", { act: actWords(naming, example) })}
              <small>{t("behaviour.before", { route: routeWords(naming, example.before, example.partAt) })}</small>
              <small>{t("behaviour.now", { route: routeWords(naming, example.after, example.partAt) })}</small>
            </button>
          </li>
        ))}
      </ul>
      {behaviour && !behaviour.isWhole && behaviour.examples.length > 0 && (
        <p className={css.none}>{t("behaviour.notWhole")}</p>
      )}
    </section>
  );
}
