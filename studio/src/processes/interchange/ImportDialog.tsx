import { Button, FileButton, Group, Loader, Modal, Select } from "@mantine/core";
import type { ProcessDefinition } from "@sluice/process";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import type { OutputOf } from "../../api/surface.ts";
import { useRecordSchemas } from "../../form/useRecordSchemas.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { UnmappedTable } from "./UnmappedTable.tsx";
import { useReadFile } from "./useReadFile.ts";
import css from "./interchange.module.css";

type Read = OutputOf<"processes.readFile">;

interface ImportDialogProps {
  readonly onRead: (definition: ProcessDefinition) => void;
  readonly onClose: () => void;
}

/** Reads a process out of a file, and shows what it would become with all that has no place in it before anything is saved. */
export function ImportDialog({ onRead, onClose }: ImportDialogProps) {
  const { t } = useTranslation("interchange");
  const { local } = useLanguage();
  const schemas = useRecordSchemas();
  const [recordType, setRecordType] = useState<string | null>(null);
  const record = recordType ?? schemas.all[0]?.type ?? "";
  const { reading, choose } = useReadFile<Read>(
    async (text, signal) =>
      (await client.mutation("processes.readFile", { text, recordType: record }, { signal })) as Read,
  );
  const read = reading?.read;
  return (
    <Modal opened onClose={onClose} title={t("title")} size={620} closeButtonProps={{ "aria-label": t("cancel") }}>
      <p>{t("what")}</p>
      <Select
        mt={12}
        label={t("record")}
        description={t("recordHelp")}
        searchable
        allowDeselect={false}
        data={schemas.all.map(({ type, label }) => ({ value: type, label: local(label) }))}
        value={record}
        onChange={setRecordType}
      />
      <Group mt={14}>
        <FileButton accept=".bpmn,.xml,.json,application/json,application/xml" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button
              {...props}
              variant={read ? "default" : "filled"}
              leftSection={<IconFileImport size={15} stroke={1.7} />}
            >
              {t(reading === null ? "choose" : "another")}
            </Button>
          )}
        </FileButton>
      </Group>
      <div aria-live="polite">
        {reading?.isReading && (
          <p className={css.said}>
            <Loader size={12} /> {t("reading", { name: reading.name })}
          </p>
        )}
        {reading && reading.problems.length > 0 && (
          <>
            <p className={css.said}>{t("refused", { name: reading.name })}</p>
            <ProblemList problems={reading.problems} />
          </>
        )}
        {read?.definition && <ReadProcess read={read} definition={read.definition as ProcessDefinition} />}
      </div>
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          disabled={!read?.definition}
          onClick={() => read?.definition && onRead(read.definition as ProcessDefinition)}
        >
          {t("go")}
        </Button>
      </Group>
    </Modal>
  );
}

function ReadProcess({ read, definition }: { readonly read: Read; readonly definition: ProcessDefinition }) {
  const { t } = useTranslation("interchange");
  const { local } = useLanguage();
  const process = local(definition.name);
  const count = read.unmapped.length;
  return (
    <>
      <p className={css.said} data-read={read.format}>
        {count > 0 ? t("unmapped", { process, count }) : t(`whole_${read.format ?? "json"}`, { process })}
      </p>
      <p className={css.quiet}>{t("size", { count: definition.nodes.length })}</p>
      {count > 0 && <UnmappedTable unmapped={read.unmapped} />}
    </>
  );
}
