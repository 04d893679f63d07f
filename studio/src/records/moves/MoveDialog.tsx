import { Button, Group, Modal, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordView, ShownMove, ShownProblem } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";
import { Foreseen } from "../../cases/Foreseen.tsx";
import { problemsByField } from "../../form/problemsByField.ts";
import { RecordFields } from "../../form/RecordFields.tsx";
import { ProblemList } from "../../states/ProblemList.tsx";
import { StartOffer } from "./StartOffer.tsx";

interface MoveDialogProps {
  readonly move: ShownMove;
  readonly caseId: string;
  readonly schema: RecordSchema;
  readonly record: RecordView;
  /** Why it was refused before this opened. */
  readonly refusal?: readonly ShownProblem[];
  readonly onClose: () => void;
}

/** Asks for what a move needs (a reason, fields of its form), then makes it. A refusal stays here with every reason. */
export function MoveDialog({ move, caseId, schema, record, refusal = [], onClose }: MoveDialogProps) {
  const { t } = useTranslation(["records", "form", "cases"]);
  const command = useCommand("cases.move");
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState<Readonly<Record<string, Json>>>({});
  const access = new Map(move.form.map((field) => [field.path, field.access] as const));
  const paths = move.form.filter((field) => field.access !== "hidden").map((field) => field.path);
  const { byField, general } = problemsByField(command.problems.length > 0 ? command.problems : refusal, (path) =>
    access.has(path),
  );

  const asksNothing = paths.length === 0 && move.reason === "none";

  const run = async (): Promise<void> => {
    const done = await command.run({
      caseId,
      move: move.id,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      ...(Object.keys(typed).length === 0 ? {} : { form: typed }),
    });
    if (done === null) return;
    notifications.show({ message: t("movedToast", { move: move.name }) });
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={move.name}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {asksNothing ? <p>{t("moveAsk", { move: move.name, title: record.title })}</p> : null}
        {paths.length === 0 ? null : (
          <RecordFields
            schema={schema}
            paths={paths}
            values={{ ...record.fields, ...typed }}
            refs={record.refs}
            rightOf={(path) => (access.get(path) === "read" ? "read" : "edit")}
            isRequired={(path) => access.get(path) === "required"}
            errors={byField}
            onChange={(path, value) => setTyped((all) => ({ ...all, [path]: value }))}
          />
        )}
        {move.reason === "none" ? null : (
          <Textarea
            mt={paths.length === 0 ? 0 : "sm"}
            label={t("reasonLabel")}
            placeholder={t("reasonPlaceholder")}
            required={move.reason === "required"}
            autosize
            minRows={3}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <div style={{ marginTop: 12 }}>
          <ProblemList
            problems={general}
            offer={(problem) => <StartOffer problem={problem} recordType={schema.type} recordId={record.id} />}
          />
        </div>
        {paths.length === 0 && (
          <section style={{ marginTop: 12 }}>
            <b>{t("cases:foreseen.title")}</b>
            <Foreseen caseId={caseId} intended={{ move: move.id }} />
          </section>
        )}
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("form:cancel")}
          </Button>
          <Button type="submit" loading={command.isRunning} color={move.tone === "danger" ? "red" : "sluice"}>
            {move.name}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
