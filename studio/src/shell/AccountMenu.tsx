import { Menu, UnstyledButton } from "@mantine/core";
import { IconKey, IconLogout } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SignedIn } from "../api/shapes.ts";
import { signOut } from "../signIn/authenticate.ts";
import { PersonMark } from "./PersonMark.tsx";
import css from "./AccountMenu.module.css";

/** Who is signed in, and the way out. */
export function AccountMenu({ session }: { readonly session: SignedIn }) {
  const { t } = useTranslation("shell");
  const { person } = session;
  const leave = async (): Promise<void> => {
    await signOut();
    window.location.assign("/");
  };
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={css.target} title={t("account")}>
          <PersonMark name={person.name} />
          <span className={css.words}>
            <span className={css.name}>{person.name}</span>
            {person.departmentName === null ? null : <span className={css.place}>{person.departmentName}</span>}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who}>
          <b>{person.name}</b>
          <span>{person.email}</span>
          {person.departmentName === null ? null : <span>{person.departmentName}</span>}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKey size={15} />} component={Link} to="/account">
          {t("account")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void leave()}>
          {t("signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
