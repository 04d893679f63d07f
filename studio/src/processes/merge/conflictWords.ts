import type { Choice, Conflict } from "@sluice/process";
import type { useLabels } from "../../canvas/inspector/useLabels.ts";
import { listed } from "../../text/listed.ts";
import { elementWords, type Naming } from "../versions/elementWords.ts";
import { settingLabel, valueWords } from "../versions/settingWords.ts";

/** A conflict in words: what both did, and what either side of it would leave. */
export interface ConflictWords {
  readonly about: string;
  readonly sides: Readonly<Record<Choice, string>>;
}

/** Whose definition each side is looked up in. */
export interface Sides {
  readonly mine: Naming;
  readonly theirs: Naming;
}

type Labels = ReturnType<typeof useLabels>;

const ofRemoved = ({ mine, theirs }: Sides, conflict: Conflict): ConflictWords => {
  const { t } = mine;
  const isMine = conflict.kind === "removedByMine";
  const keeper = isMine ? theirs : mine;
  const element = elementWords(keeper, conflict);
  const uses = listed(
    conflict.uses.map((use) => elementWords(keeper, use)),
    mine.sayings.language,
  );
  const who = isMine ? "mineGone" : "theirsGone";
  return {
    about: uses === "" ? t(`merge.${who}`, { element }) : t(`merge.${who}Used`, { element, uses }),
    sides: {
      mine: t("merge.mine", { value: t(isMine ? "merge.away" : "merge.stay") }),
      theirs: t("merge.theirs", { value: t(isMine ? "merge.stay" : "merge.away") }),
    },
  };
};

/** Says a conflict the way two people would speak of it: "Both changed “Approvers” of Approval “Legal”". */
export const conflictWords = (sides: Sides, labels: Labels, conflict: Conflict): ConflictWords => {
  if (conflict.kind !== "bothChanged") return ofRemoved(sides, conflict);
  const { mine, theirs } = sides;
  const { t } = mine;
  const element = elementWords(mine, conflict);
  const { path } = conflict;
  const value = (side: Naming, what: unknown): string | null =>
    path === null ? null : valueWords(side, labels, path, what);
  return {
    about:
      path === null
        ? t("merge.bothChangedAll", { element })
        : t("merge.bothChanged", { element, setting: settingLabel(mine, labels, path, conflict) }),
    sides: {
      mine: t("merge.mine", { value: value(mine, conflict.mine) ?? t("merge.whole") }),
      theirs: t("merge.theirs", { value: value(theirs, conflict.theirs) ?? t("merge.wholeTheirs") }),
    },
  };
};
