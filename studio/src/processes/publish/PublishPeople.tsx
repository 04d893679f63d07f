import type { PeopleRule, ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { peopleSentence } from "../../canvas/sayings/sayings.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import { listed } from "../../text/listed.ts";
import { stepName } from "../versions/elementWords.ts";
import { peopleChanges } from "./peopleChanges.ts";
import css from "../publish.module.css";

/** Who is asked at more or fewer steps from now on: whom the rule finds, and how many these are today. */
export function PublishPeople({
  before,
  after,
}: {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
}) {
  const { t } = useTranslation("versions");
  const sayings = useSayings();
  const people = useQueryOf("people.list", undefined, { staleMs: 60_000 }).data;
  const changes = peopleChanges(before, after);
  const countOf = (rule: PeopleRule): number | null => {
    if (rule.by === "person") return rule.personIds.length;
    if (rule.by !== "role" || people === undefined) return null;
    return people.filter(({ active, roles }) => active && roles.includes(rule.role)).length;
  };
  const named = (definition: ProcessDefinition, ids: readonly string[]): string =>
    listed(
      ids.map((id) => `“${stepName({ sayings, t, definition }, id)}”`),
      sayings.language,
    );
  return (
    <section className={css.told} aria-labelledby="publish-people">
      <h3 id="publish-people">{t("publish.people")}</h3>
      {changes.length === 0 && <p>{t("publish.samePeople")}</p>}
      <ul>
        {changes.map(({ rule, of, more, fewer }) => {
          const count = countOf(rule);
          return (
            <li key={`${of} ${JSON.stringify(rule)}`} data-people={of}>
              <b>{peopleSentence(sayings, rule)}</b>
              {count !== null && <small> {t("publish.count", { count })}</small>}
              {more.length > 0 && (
                <span data-more>{t(`publish.more.${of}`, { count: more.length, steps: named(after, more) })}</span>
              )}
              {fewer.length > 0 && (
                <span data-fewer>{t(`publish.fewer.${of}`, { count: fewer.length, steps: named(before, fewer) })}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
