import { IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { NoticeBell } from "../notices/NoticeBell.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { keyName } from "./keyName.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Mark } from "./Mark.tsx";
import { navigationFor, type NavigationEntry } from "./navigation.ts";
import { openSearch } from "./Search.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import css from "./SideNavigation.module.css";

/** Where one can go, how much waits in the inbox, and who one is. */
export function SideNavigation({
  session,
  onNavigate,
}: {
  readonly session: SignedIn;
  readonly onNavigate?: () => void;
}) {
  const { t } = useTranslation("shell");
  const entries = navigationFor(session);
  const link = (entry: NavigationEntry) => (
    <li key={entry.to}>
      <Link to={entry.to} className={css.link ?? ""} {...(onNavigate === undefined ? {} : { onClick: onNavigate })}>
        <entry.icon size={16} stroke={1.7} />
        <span className={css.text}>{t(entry.text)}</span>
        {entry.text === "inbox" ? <InboxCount /> : null}
      </Link>
    </li>
  );
  return (
    <nav className={css.nav} aria-label={t("navigation")}>
      <div className={css.brand}>
        <Mark />
        <span className={css.firm}>{session.firmName}</span>
      </div>
      <div className={css.find}>
        <button type="button" className={css.search} onClick={openSearch}>
          <IconSearch size={15} stroke={1.7} aria-hidden="true" />
          <span>{t("search")}</span>
          <kbd className={css.key}>{keyName("K")}</kbd>
        </button>
        <NoticeBell />
      </div>
      <ul className={css.list}>{entries.filter((entry) => entry.group === "workspace").map(link)}</ul>
      <div className={css.group} id="navigationStudio">
        {t("studio")}
      </div>
      <ul className={css.list} aria-labelledby="navigationStudio">
        {entries.filter((entry) => entry.group === "studio").map(link)}
      </ul>
      <div className={css.foot}>
        <AccountMenu session={session} />
        <div className={css.tools}>
          <LanguageSwitch keepWithPerson />
          <ThemeSwitch />
        </div>
      </div>
    </nav>
  );
}

/** The number of open tasks, in red what is late. */
function InboxCount() {
  const { t } = useTranslation("shell");
  const count = useQueryOf("tasks.count");
  if (count.data === undefined || count.data.open === 0) return null;
  const { open, late } = count.data;
  return (
    <>
      {late > 0 ? (
        <span className={css.late} title={t("lateCount", { count: late })}>
          {late}
        </span>
      ) : null}
      <span className={`${css.count} num`} title={t("openCount", { count: open })}>
        {open}
      </span>
    </>
  );
}
