import { Button, FileButton, Modal } from "@mantine/core";
import type { Finding, ProcessDefinition } from "@sluice/process";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { readProcessFile } from "./readProcessFile.ts";

/** Reads a process from a JSON file; one that cannot be read is answered with every reason, and nothing is half taken. */
export function ImportButton({ onRead }: { readonly onRead: (definition: ProcessDefinition) => void }) {
  const { t } = useTranslation("processes");
  const { local } = useLanguage();
  const [refused, setRefused] = useState<readonly Finding[]>([]);
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const answer = await readProcessFile(file);
    if ("definition" in answer) onRead(answer.definition);
    else setRefused(answer.problems);
  };
  return (
    <>
      <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileImport size={15} stroke={1.7} />}>
            {t("create.import")}
          </Button>
        )}
      </FileButton>
      <Modal
        opened={refused.length > 0}
        onClose={() => setRefused([])}
        title={t("create.importRefused")}
        size={520}
        closeButtonProps={{ "aria-label": t("create.cancel") }}
      >
        <ProblemList
          problems={refused.map(({ code, message }) => ({
            code,
            message: local(message),
            values: {},
            whoCanClear: [],
          }))}
        />
      </Modal>
    </>
  );
}
