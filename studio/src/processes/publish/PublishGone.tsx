import type { ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { findNode } from "../../canvas/model/elements.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import type { LiveCount } from "../../canvas/store/live.ts";
import { elementWords } from "../versions/elementWords.ts";
import css from "../publish.module.css";

interface PublishGoneProps {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly counts: readonly LiveCount[];
}

/** The cases that stand at steps which the draft does not have any more: they go on as they began. */
export function PublishGone({ before, after, counts }: PublishGoneProps) {
  const { t } = useTranslation("versions");
  const sayings = useSayings();
  const gone = counts.filter(
    ({ node, open }) => open > 0 && findNode(before, node)?.kind !== findNode(after, node)?.kind,
  );
  if (gone.length === 0) return null;
  return (
    <section className={css.told} aria-labelledby="publish-gone">
      <h3 id="publish-gone">{t("publish.gone")}</h3>
      <ul>
        {gone.map(({ node, open }) => (
          <li key={node} data-gone={node}>
            {t("publish.standAt", {
              count: open,
              step: elementWords({ sayings, t, definition: before }, { of: "node", id: node }),
            })}
          </li>
        ))}
      </ul>
      <p>{t("publish.goneHelp")}</p>
    </section>
  );
}
