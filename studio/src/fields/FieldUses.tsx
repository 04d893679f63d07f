import { Loader } from "@mantine/core";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../api/surface.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import css from "./fields.module.css";

type FieldUse = OutputOf<"fields.uses">[number];

/** Whether something stands against putting a field away: a process in force speaks of it. */
export const isHeld = (uses: readonly FieldUse[]): boolean => uses.some(({ what }) => what === "process");

function Use({ use }: { readonly use: FieldUse }) {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const roles = useQueryOf("people.roles", undefined, { staleMs: 60_000, enabled: use.what === "layout" }).data ?? [];
  const Icon = use.what === "process" ? IconLock : IconAlertTriangle;
  if (use.what === "layout")
    return (
      <li data-use="layout">
        <Icon size={14} stroke={1.8} aria-hidden />
        <span>
          {use.role === null
            ? t("uses.layout")
            : t("uses.layoutOf", { role: local(roles.find(({ key }) => key === use.role)?.name) || use.role })}
        </span>
      </li>
    );
  return (
    <li data-use={use.what}>
      <Icon size={14} stroke={1.8} aria-hidden />
      <span>
        <Link to="/studio/processes/$key" params={{ key: use.key }}>
          {local(use.name)}
        </Link>{" "}
        {t(use.what === "process" ? "uses.inForce" : "uses.asDraft")}
        {use.steps.length > 0 && <small>{use.steps.map((step) => local(step)).join(t("uses.and"))}</small>}
      </span>
    </li>
  );
}

/** What speaks of a field, before it is put away: what stands against it first. */
export function FieldUses({ uses }: { readonly uses: readonly FieldUse[] | undefined }) {
  const { t } = useTranslation("fields");
  if (uses === undefined) return <Loader size="sm" aria-label={t("uses.looking")} />;
  if (uses.length === 0) return null;
  return (
    <>
      <p className={css.said}>{t(isHeld(uses) ? "uses.held" : "uses.told")}</p>
      <ul className={css.uses}>
        {uses.map((use) => (
          <Use key={use.what === "layout" ? `layout ${use.role ?? ""}` : `${use.what} ${use.key}`} use={use} />
        ))}
      </ul>
    </>
  );
}
