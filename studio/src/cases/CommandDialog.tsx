import { Button, Group, Modal } from "@mantine/core";
import type { ComponentProps, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemList } from "../states/ProblemList.tsx";

interface CommandDialogProps {
  /** What is done: the title, and the button that does it. */
  readonly label: string;
  readonly about: string | null;
  readonly command: Pick<ComponentProps<typeof ProblemList>, "problems"> & { readonly isRunning: boolean };
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
  readonly isReady?: boolean;
  readonly isDangerous?: boolean;
  /** What is asked for it. */
  readonly children: ReactNode;
}

/** Asks for what a command needs before it is given, and tells why it was refused; given up, nothing has happened. */
export function CommandDialog({
  label,
  about,
  command,
  run,
  onClose,
  isReady = true,
  isDangerous = false,
  children,
}: CommandDialogProps) {
  const { t } = useTranslation("form");
  return (
    <Modal opened onClose={onClose} title={label}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {about === null ? null : <p style={{ marginBottom: 12 }}>{about}</p>}
        {children}
        <ProblemList problems={command.problems} />
        <Group justify="flex-end" mt="md" gap={8}>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={command.isRunning} disabled={!isReady} color={isDangerous ? "red" : "sluice"}>
            {label}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
