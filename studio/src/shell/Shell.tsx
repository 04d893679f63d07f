import { ActionIcon, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/shapes.ts";
import { LiveNews } from "../live/LiveNews.tsx";
import { SignInAgain } from "../signIn/SignInAgain.tsx";
import { CarrierBanner } from "../states/CarrierBanner.tsx";
import { ConnectionBanner } from "../states/ConnectionBanner.tsx";
import { Mark } from "./Mark.tsx";
import { openSearch, Search } from "./Search.tsx";
import { SideNavigation } from "./SideNavigation.tsx";
import css from "./Shell.module.css";

/** What stands around every page: navigation, search, news, the banner when the line is down, and signing in again. */
export function Shell({ session }: { readonly session: SignedIn }) {
  const { t } = useTranslation("shell");
  const [isOpen, drawer] = useDisclosure(false);
  const isCanvas = useRouterState({
    select: (state) => /^\/studio\/processes\/[^/]+\/?$/u.test(state.location.pathname),
  });
  return (
    <div className={isCanvas ? `${css.shell} ${css.wide}` : css.shell}>
      <a className={css.skip} href="#content">
        {t("skipToContent")}
      </a>
      <div className={css.side}>
        <SideNavigation session={session} />
      </div>
      <div className={css.main}>
        {isCanvas ? null : (
          <div className={css.mobileBar}>
            <ActionIcon aria-label={t("openNavigation")} onClick={drawer.open}>
              <IconMenu2 size={18} />
            </ActionIcon>
            <Mark size={22} />
            <span className={css.mobileTitle}>{session.firmName}</span>
            <ActionIcon aria-label={t("search")} onClick={openSearch}>
              <IconSearch size={18} />
            </ActionIcon>
          </div>
        )}
        <ConnectionBanner />
        <CarrierBanner />
        <main id="content" className={css.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Drawer.Root opened={isOpen} onClose={drawer.close} size={260}>
        <Drawer.Overlay />
        <Drawer.Content aria-label={t("workspace")}>
          <Drawer.Body p={0} h="100%" display="flex">
            <SideNavigation session={session} onNavigate={drawer.close} />
          </Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
      <Search session={session} />
      <LiveNews />
      <SignInAgain email={session.person.email} />
    </div>
  );
}
