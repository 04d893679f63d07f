import { Button, Group, Modal, Textarea, TextInput } from "@mantine/core";
import type { FormField, Json } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../canvas/sayings/catalogue.ts";
import { fieldLabel } from "../canvas/sayings/sayings.ts";
import { PathInput } from "./PathInput.tsx";
import { nameOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";

/** What was typed for an act; empty texts are none. */
export interface TypedAct {
  readonly reason: string;
  readonly comment: string;
  readonly signature: string;
  readonly form: { readonly [path: string]: Json };
}

interface ActDialogProps {
  readonly open: OpenRun;
  readonly title: string;
  readonly acting: string;
  readonly form: readonly FormField[];
  readonly asks: readonly ("reason" | "comment" | "signature")[];
  readonly onDone: (typed: TypedAct) => void;
  readonly onClose: () => void;
}

/** Asks for what goes with an act. Nothing is demanded: what is missing the process refuses, and that can be a story, too. */
export function ActDialog({ open, title, acting, form, asks, onDone, onClose }: ActDialogProps) {
  const { t } = useTranslation("testRun");
  const { schema } = useCatalogue();
  const { now, words } = open;
  const [texts, setTexts] = useState({ reason: "", comment: "", signature: "" });
  const [typed, setTyped] = useState<TypedAct["form"]>({});
  const fields = form.filter(({ access }) => access === "edit" || access === "required");
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("act.cancel") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const lines = fields.filter(
            ({ path }) => schema?.fields[path]?.type === "lines" && typed[path] === undefined,
          );
          const given = Object.fromEntries(lines.map(({ path }) => [path, now.record[path] ?? [{}]]));
          onDone({
            reason: texts.reason.trim(),
            comment: texts.comment.trim(),
            signature: texts.signature.trim(),
            form: { ...given, ...typed },
          });
        }}
      >
        <p>{t("act.as", { name: nameOf(words, acting) })}</p>
        {fields.map(({ path }) => (
          <PathInput
            key={path}
            path={path}
            label={fieldLabel(words.sayings, path)}
            field={schema?.fields[path] ?? null}
            value={typed[path] ?? now.record[path]}
            onChange={(value) => setTyped({ ...typed, [path]: value })}
          />
        ))}
        {asks.map((ask) => {
          const shared = { mt: 8, label: t(`act.${ask}`), value: texts[ask] };
          return ask === "signature" ? (
            <TextInput
              key={ask}
              {...shared}
              maxLength={200}
              onChange={(event) => setTexts({ ...texts, [ask]: event.currentTarget.value })}
            />
          ) : (
            <Textarea
              key={ask}
              {...shared}
              autosize
              minRows={2}
              maxLength={2_000}
              data-autofocus
              onChange={(event) => setTexts({ ...texts, [ask]: event.currentTarget.value })}
            />
          );
        })}
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("act.cancel")}
          </Button>
          <Button type="submit">{t("act.confirm")}</Button>
        </Group>
      </form>
    </Modal>
  );
}
