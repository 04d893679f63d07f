import { Progress, Switch } from "@mantine/core";
import type { Covered, StoryCoverage } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { findEdge, findMove, findNode } from "../canvas/model/elements.ts";
import { textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import css from "./stories/stories.module.css";

const kinds = ["nodes", "ways", "guards"] as const;
/** More names than this are no help. */
const NAMED = 6;

interface CoverageRowsProps {
  readonly store: CanvasStore;
  readonly coverage: StoryCoverage;
  readonly shows?: boolean;
  readonly onShow?: (shows: boolean) => void;
}

/** How much of the draft its stories come past: steps, ways, and conditions both true and false; and what they do not. */
export function CoverageRows({ store, coverage, shows, onShow }: CoverageRowsProps) {
  const { t } = useTranslation("testRun");
  const sayings = useSayings();
  const definition = useStore(store, (state) => state.definition);
  const nameOf = (id: string): string => {
    const edge = findEdge(definition, id);
    if (!edge) return textIn(sayings, findNode(definition, id)?.name ?? findMove(definition, id)?.move.name) || id;
    return `${textIn(sayings, findNode(definition, edge.from)?.name)} → ${textIn(sayings, findNode(definition, edge.to)?.name)}`;
  };
  const missing = ({ missing: ids }: Covered): string =>
    [...ids.slice(0, NAMED).map(nameOf), ...(ids.length > NAMED ? ["…"] : [])].join(t("log.and"));
  return (
    <div className={css.coverage}>
      <h3>{t("coverage.title")}</h3>
      <ul>
        {kinds.map((kind) => {
          const covered = coverage[kind];
          if (covered.all === 0) return null;
          const label = t(`coverage.${kind}`);
          return (
            <li key={kind} data-coverage={kind} title={covered.missing.length > 0 ? missing(covered) : undefined}>
              <span>{label}</span>
              <b>{t("coverage.of", { met: covered.met, all: covered.all })}</b>
              <Progress
                aria-label={label}
                size={5}
                value={(100 * covered.met) / covered.all}
                color={covered.missing.length === 0 ? "green" : "sluice"}
              />
              {onShow && covered.missing.length > 0 && <p>{t("coverage.missing", { what: missing(covered) })}</p>}
            </li>
          );
        })}
      </ul>
      {onShow && (
        <Switch
          label={t("coverage.show")}
          checked={shows ?? false}
          onChange={(event) => onShow(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}
