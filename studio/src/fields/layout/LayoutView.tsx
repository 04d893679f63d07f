import { Select } from "@mantine/core";
import type { RecordSchema } from "@sluice/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FailureState } from "../../states/FailureState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { LayoutEditor } from "./LayoutEditor.tsx";
import css from "../fields.module.css";

/** The layout of a record type: for everybody, or for one role, which then has its own. */
export function LayoutView({ schema }: { readonly schema: RecordSchema }) {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const [role, setRole] = useState<string>("");
  const layouts = useQueryOf("catalog.layouts", undefined, { staleMs: Number.POSITIVE_INFINITY });
  const roles = useQueryOf("people.roles", undefined, { staleMs: 60_000 }).data ?? [];
  if (layouts.data === undefined)
    return layouts.error ? <FailureState error={layouts.error} /> : <LoadingState rows={6} height={34} />;
  const kept = layouts.data.find((it) => it.recordType === schema.type && (it.role ?? "") === role) ?? null;
  return (
    <div className={css.layout}>
      <Select
        className={css.types ?? ""}
        label={t("layoutFor")}
        description={t("layoutForHelp")}
        data={[{ value: "", label: t("everybody") }, ...roles.map((it) => ({ value: it.key, label: local(it.name) }))]}
        value={role}
        allowDeselect={false}
        onChange={(next) => setRole(next ?? "")}
      />
      <LayoutEditor key={`${schema.type}.${role}`} schema={schema} role={role === "" ? null : role} kept={kept} />
    </div>
  );
}
