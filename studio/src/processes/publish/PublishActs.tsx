import type { ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { fieldLabel, labelOf, type Sayings } from "../../canvas/sayings/sayings.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import { listed } from "../../text/listed.ts";
import { isNewAct, type OwnAct, ownActs } from "./ownActs.ts";
import css from "../publish.module.css";

const toWords = (sayings: Sayings, { block, to }: OwnAct): string => {
  const { recordTypes, processes } = sayings.catalogue;
  switch (block) {
    case "setFields":
    case "linkRecord":
      return listed(
        to.map((path) => fieldLabel(sayings, path)),
        sayings.language,
      );
    case "createRecord":
      return listed(
        to.map((type) => labelOf(sayings, recordTypes, type)),
        sayings.language,
      );
    case "openChild":
      return listed(
        to.map((key) => labelOf(sayings, processes, key)),
        sayings.language,
      );
    default:
      return listed(to, sayings.language);
  }
};

interface PublishActsProps {
  /** The version in force; null when there is none. */
  readonly before: ProcessDefinition | null;
  readonly after: ProcessDefinition;
  readonly version: number;
}

/** What the process does by itself, under its own name and not with the rights of whoever moves it; what is new is marked. */
export function PublishActs({ before, after, version }: PublishActsProps) {
  const { t } = useTranslation("versions");
  const sayings = useSayings();
  const acts = ownActs(after);
  const was = before === null ? null : ownActs(before);
  if (acts.length === 0) return null;
  return (
    <section className={css.told} aria-labelledby="publish-acts">
      <h3 id="publish-acts">{t("publish.acts")}</h3>
      <p>
        {t("publish.actsAs")} <code>{`process:${after.key}@${version}`}</code>
      </p>
      <ul>
        {acts.map((act) => {
          const to = toWords(sayings, act);
          const name = labelOf(sayings, sayings.catalogue.blocks, act.block);
          return (
            <li key={act.block} data-act={act.block}>
              {to === "" ? name : t("publish.act", { act: name, to })}
              {was !== null && isNewAct(was, act) && <em>{t("kind.added")}</em>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
