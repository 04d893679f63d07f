import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { DueChip } from "../inbox/DueChip.tsx";
import { LinkButton } from "../shell/LinkButton.tsx";
import { useSession } from "../signIn/useSession.ts";
import { Chip } from "./Chip.tsx";
import css from "./YourTasks.module.css";

/** What the reader is asked to do about this record, with the way to where it is done; nothing when they are not. */
export function YourTasks({ openCase }: { readonly openCase: CaseAnswer | null }) {
  const { t } = useTranslation(["records", "inbox"]);
  const personId = useSession().data?.person.id;
  const theirs = (openCase?.tasks ?? []).filter(
    (task) =>
      task.status === "open" &&
      (task.assignee === null ? task.people.some((person) => person.id === personId) : task.assignee.id === personId),
  );
  return theirs.map((task) => (
    <section key={task.id} className={css.task}>
      <div className={css.words}>
        <span className={css.lead}>{t("waitsForYou")}</span>
        <b>{task.name}</b>
        {task.kind === "revise" || task.kind === "copy" || task.kind === "consult" ? (
          <Chip tone="warn">{t(`inbox:${task.kind}`)}</Chip>
        ) : null}
        <DueChip dueAt={task.dueAt} late={task.late} />
      </div>
      <LinkButton to="/inbox" search={{ task: task.id }}>
        {t("goToTask")}
      </LinkButton>
    </section>
  ));
}
