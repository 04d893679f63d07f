import { notifications } from "@mantine/notifications";
import type { ProcessDefinition } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CanvasStore } from "../../canvas/store/canvasStore.ts";
import type { Ground } from "../ground.ts";
import type { Standing, StudioPorts } from "../studioPorts.ts";
import type { Autosave } from "../useAutosave.ts";
import type { ToMerge } from "./MergeDialog.tsx";

interface Pending {
  readonly three: ToMerge;
  /** What the server holds, and the ground on which the merge is saved. */
  readonly saved: ProcessDefinition;
  readonly ground: Ground;
}

interface MergingInput {
  readonly store: CanvasStore;
  readonly ports: StudioPorts;
  readonly autosave: Autosave;
}

/**
 * Merging the work here with what came in between: another's draft, or a version put in force since the draft was made. What is
 * taken is one gesture that can be undone, saved on the ground it was merged with.
 */
export const useMerging = ({ store, ports, autosave }: MergingInput) => {
  const { t } = useTranslation("versions");
  const [pending, setPending] = useState<Pending | null>(null);
  const tell = (error: unknown): void =>
    void notifications.show({ message: ports.problems(error)[0]?.message ?? "", color: "red" });

  /** Somebody else saved or published while there is unsaved work here. */
  const withTheirs = async (): Promise<void> => {
    try {
      const { definition, ground } = await ports.latest();
      const mine = store.getState().definition;
      setPending({ three: { base: autosave.origin(), mine, theirs: definition }, saved: definition, ground });
    } catch (error) {
      tell(error);
    }
  };

  const inForce = async ({ ground, publishedVersion, definition }: Standing): Promise<void> => {
    const theirs = await ports.version(publishedVersion ?? 0);
    const base = ground.base === 0 ? theirs : await ports.version(ground.base);
    setPending({
      three: { base, mine: definition, theirs },
      saved: definition,
      ground: { ...ground, base: publishedVersion ?? 0 },
    });
  };

  /** Another version was put in force since this draft was made. */
  const withPublished = async (): Promise<void> => {
    try {
      await inForce(await ports.latest());
    } catch (error) {
      tell(error);
    }
  };

  const take = (merged: ProcessDefinition): void => {
    if (pending === null) return;
    store.getState().apply(() => ({ definition: merged, select: [] }));
    autosave.rebase(pending.saved, pending.ground);
    setPending(null);
    notifications.show({ message: t("merge.done") });
  };

  return { three: pending?.three ?? null, withTheirs, withPublished, take, close: () => setPending(null) };
};
