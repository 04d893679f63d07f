import { Button, Modal } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvasStore } from "../store/canvasContext.ts";
import { FormTable } from "./FormTable.tsx";
import css from "./forms.module.css";

/** Opens the table of all forms over the drawing; undo works in it as it does on the drawing. */
export function FormTableDialog() {
  const { say } = useSayings();
  const store = useCanvasStore();
  const [isOpen, setOpen] = useState(false);
  const undoOrRedo = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
    const { undo, redo } = store.getState();
    if (key === "z") (event.shiftKey ? redo : undo)();
    else if (key === "y") redo();
    else return;
    event.preventDefault();
  };
  return (
    <section className={css.opening}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTable size={15} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {say("forms.open")}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={say("forms.title")} size="min(1200px, 94vw)">
        <div onKeyDown={undoOrRedo}>
          <p className={css.help}>{say("forms.help")}</p>
          <FormTable />
        </div>
      </Modal>
    </section>
  );
}
