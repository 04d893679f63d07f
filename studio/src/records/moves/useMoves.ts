import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownMove, ShownProblem } from "../../api/shapes.ts";
import { useCommand } from "../../api/useCommand.ts";

export interface Moves {
  /** The move whose dialog is open: it asks for something, or was refused. */
  readonly asking: ShownMove | null;
  readonly refusal: readonly ShownProblem[];
  /** The one under way without a dialog. */
  readonly running: string | null;
  readonly start: (move: ShownMove) => void;
  readonly close: () => void;
}

const asksNothing = (move: ShownMove): boolean =>
  move.tone !== "danger" && move.reason === "none" && move.form.every((field) => field.access === "hidden");

/** Starts moves: one that asks for nothing at once, others by their dialog. A refusal opens the dialog with every reason. */
export const useMoves = (caseId: string | null): Moves => {
  const { t } = useTranslation("records");
  const command = useCommand("cases.move");
  const [asking, setAsking] = useState<ShownMove | null>(null);
  const [running, setRunning] = useState<string | null>(null);

  const run = async (move: ShownMove): Promise<void> => {
    if (caseId === null || running !== null) return;
    setRunning(move.id);
    const done = await command.run({ caseId, move: move.id });
    setRunning(null);
    if (done === null) setAsking(move);
    else notifications.show({ message: t("movedToast", { move: move.name }) });
  };
  return {
    asking,
    refusal: command.problems,
    running,
    start: (move) => (asksNothing(move) ? void run(move) : setAsking(move)),
    close: () => (command.clear(), setAsking(null)),
  };
};
