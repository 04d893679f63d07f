import type { Change, ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { useLabels } from "../../canvas/inspector/useLabels.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import { elementWords } from "./elementWords.ts";
import { settingLabel, turnWords } from "./settingWords.ts";
import css from "./compare.module.css";

interface ChangeListProps {
  readonly changes: readonly Change[];
  /** Both versions in one drawing: where names are looked up. */
  readonly definition: ProcessDefinition;
  readonly chosen: string | null;
  readonly onChoose: (change: Change) => void;
  /** Opens a setting of the draft; left out where neither version is it. */
  readonly onOpen?: ((id: string, path: string) => void) | undefined;
}

/** What differs between two versions, in words; each leads to its place on the canvas, and its settings say what they were. */
export function ChangeList({ changes, definition, chosen, onChoose, onOpen }: ChangeListProps) {
  const { t } = useTranslation("versions");
  const sayings = useSayings();
  const labels = useLabels();
  const naming = { sayings, t, definition };
  const told = changes.filter(({ kind }) => kind !== "moved");
  const moved = changes.length - told.length;
  return (
    <>
      {told.length === 0 && <p className={css.none}>{t("noChanges")}</p>}
      <ul className={css.changes}>
        {told.map((change) => (
          <li
            key={`${change.of} ${change.id} ${change.kind}`}
            data-kind={change.kind}
            data-chosen={change.id === chosen}
          >
            <button
              type="button"
              className={css.change}
              aria-pressed={change.id === chosen}
              onClick={() => onChoose(change)}
            >
              <span className={css.mark}>{t(`kind.${change.kind}`)}</span>
              <span>{elementWords(naming, change)}</span>
            </button>
            {change.settings.length > 0 && (
              <dl className={css.settings}>
                {change.settings.map((setting) => (
                  <div key={setting.path}>
                    <dt>
                      {onOpen && change.of === "node" ? (
                        <button type="button" title={t("open")} onClick={() => onOpen(change.id, setting.path)}>
                          {settingLabel(naming, labels, setting.path, change)}
                        </button>
                      ) : (
                        settingLabel(naming, labels, setting.path, change)
                      )}
                    </dt>
                    <dd>{turnWords(naming, labels, setting)}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
      {moved > 0 && <p className={css.none}>{t("movedOnly", { count: moved })}</p>}
    </>
  );
}
