import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import { type Adjusted, type Choice, mergeDefinitions, type ProcessDefinition } from "@sluice/process";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabels } from "../../canvas/inspector/useLabels.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import { listed } from "../../text/listed.ts";
import type { StudioPorts } from "../studioPorts.ts";
import { useVerdictOf } from "../useVerdictOf.ts";
import { elementWords } from "../versions/elementWords.ts";
import { conflictWords } from "./conflictWords.ts";
import { MergeState } from "./MergeState.tsx";
import css from "./merge.module.css";

/** What two people made of one process, and what it was before either touched it. */
export interface ToMerge {
  readonly base: ProcessDefinition;
  readonly mine: ProcessDefinition;
  readonly theirs: ProcessDefinition;
}

interface MergeDialogProps {
  readonly three: ToMerge;
  readonly ports: StudioPorts;
  readonly onTake: (merged: ProcessDefinition) => void;
  readonly onClose: () => void;
}

/** Puts two people's changes together: each conflict in words, mine or theirs, and the outcome checked and proved again. */
export function MergeDialog({ three, ports, onTake, onClose }: MergeDialogProps) {
  const { t } = useTranslation("versions");
  const sayings = useSayings();
  const labels = useLabels();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const merged = useMemo(() => mergeDefinitions(three, choices), [three, choices]);
  const verdict = useVerdictOf(merged.definition, ports);
  const naming = (definition: ProcessDefinition) => ({ sayings, t, definition });
  const sides = { mine: naming(three.mine), theirs: naming(three.theirs) };
  const open = merged.conflicts.filter(({ key }) => choices[key] === undefined).length;
  const told = (what: Adjusted["what"]) =>
    listed(
      merged.adjusted
        .filter((one) => one.what === what && (one.of === "node" || one.of === "control"))
        .map((one) => elementWords(what === "renamed" ? naming(merged.definition) : sides.theirs, one)),
      sayings.language,
    );
  const [leftOut, renamed] = [told("leftOut"), told("renamed")];
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("merge.title")}
      size={620}
      closeButtonProps={{ "aria-label": t("merge.cancel") }}
    >
      <p>{t("merge.what")}</p>
      {merged.conflicts.length === 0 ? (
        <p className={css.state}>{t("merge.clean")}</p>
      ) : (
        <p className={css.state}>{open === 0 ? t("merge.decided") : t("merge.decide", { count: open })}</p>
      )}
      <ul className={css.conflicts}>
        {merged.conflicts.map((conflict) => {
          const { about, sides: said } = conflictWords(sides, labels, conflict);
          return (
            <li key={conflict.key} data-conflict={conflict.key}>
              <Radio.Group
                label={about}
                value={choices[conflict.key] ?? null}
                onChange={(side) => setChoices({ ...choices, [conflict.key]: side as Choice })}
              >
                <Stack gap={6} mt={6}>
                  <Radio value="mine" label={said.mine} />
                  <Radio value="theirs" label={said.theirs} />
                </Stack>
              </Radio.Group>
            </li>
          );
        })}
      </ul>
      {leftOut !== "" && <p className={css.note}>{t("merge.leftOut", { elements: leftOut })}</p>}
      {renamed !== "" && <p className={css.note}>{t("merge.renamed", { elements: renamed })}</p>}
      {open === 0 && <MergeState verdict={verdict} />}
      <Group justify="flex-end" mt={20} gap={8}>
        <Button variant="default" onClick={onClose}>
          {t("merge.cancel")}
        </Button>
        <Button disabled={open > 0} onClick={() => onTake(merged.definition)}>
          {t("merge.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}
