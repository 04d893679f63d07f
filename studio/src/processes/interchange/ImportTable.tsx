import { Button, FileButton, Group, Modal, Select } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client } from "../../api/client.ts";
import type { OutputOf } from "../../api/surface.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { UnmappedTable } from "./UnmappedTable.tsx";
import { useReadFile } from "./useReadFile.ts";
import css from "./interchange.module.css";

type Read = OutputOf<"processes.readTables">;
export type ReadTable = Read["tables"][number]["table"];

/** Takes a decision table out of a DMN file, showing what has no place in it before it is used. */
export function ImportTable({ onTake }: { readonly onTake: (table: ReadTable) => void }) {
  const { t } = useTranslation("interchange");
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const { reading, choose } = useReadFile<Read>(
    async (text, signal) => (await client.mutation("processes.readTables", { text }, { signal })) as Read,
  );
  const read = reading?.read;
  const table = read?.tables[chosen];
  return (
    <>
      <FileButton
        accept=".dmn,.xml,application/xml"
        onChange={(file) => {
          if (file === null) return;
          setChosen(0);
          setOpen(true);
          void choose(file);
        }}
      >
        {(props) => (
          <Button {...props} variant="default" size="compact-xs" leftSection={<IconFileImport size={13} />}>
            {t("table.import")}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("table.title")}
        size={560}
        closeButtonProps={{ "aria-label": t("cancel") }}
      >
        {reading?.isReading && <p role="status">{t("reading", { name: reading.name })}</p>}
        {reading && reading.problems.length > 0 && (
          <>
            <p className={css.said}>{t("refused", { name: reading.name })}</p>
            <ProblemList problems={reading.problems} />
          </>
        )}
        {read && read.tables.length > 1 && (
          <Select
            label={t("table.choose")}
            allowDeselect={false}
            data={read.tables.map(({ name }, index) => ({ value: String(index), label: name }))}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        {table && <p className={css.said}>{t("table.one", { name: table.name, count: table.table.rules.length })}</p>}
        {read && read.unmapped.length > 0 && <UnmappedTable unmapped={read.unmapped} />}
        <Group justify="flex-end" mt={20} gap={8}>
          <Button variant="default" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
          <Button
            disabled={!table}
            onClick={() => {
              if (table) onTake(table.table);
              setOpen(false);
            }}
          >
            {t("table.take")}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
