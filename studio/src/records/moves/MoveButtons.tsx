import { Button, Popover } from "@mantine/core";
import { IconShieldLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShownMove } from "../../api/shapes.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { StartOffer } from "./StartOffer.tsx";
import css from "./moves.module.css";

interface MoveButtonsProps {
  readonly moves: readonly ShownMove[];
  readonly recordType: string;
  readonly recordId: string;
  /** Set while there is unsaved input: moves wait for it. */
  readonly blockedBecause: string | null;
  /** The move under way without a dialog. */
  readonly running?: string | null;
  readonly onMove: (move: ShownMove) => void;
}

/** A person's moves as buttons. A closed one is greyed and says on hover, focus or press what is missing and who can clear it. */
export function MoveButtons({ moves, recordType, recordId, blockedBecause, running = null, onMove }: MoveButtonsProps) {
  return moves
    .filter((move) => move.by === "person")
    .toSorted((one, other) => rank(one) - rank(other))
    .map((move) => (
      <MoveButton
        key={move.id}
        move={move}
        recordType={recordType}
        recordId={recordId}
        blockedBecause={blockedBecause}
        running={running}
        onMove={onMove}
      />
    ));
}

const rank = (move: ShownMove): number => (move.tone === "primary" ? 2 : move.tone === "plain" ? 1 : 0);

function MoveButton({
  move,
  recordType,
  recordId,
  blockedBecause,
  running = null,
  onMove,
}: Omit<MoveButtonsProps, "moves"> & { readonly move: ShownMove }) {
  const { t } = useTranslation("records");
  const [isExplaining, setExplaining] = useState(false);
  const isClosed = !move.open || blockedBecause !== null;
  const look =
    move.tone === "primary" && !isClosed ? ({ variant: "filled" } as const) : ({ variant: "default" } as const);
  return (
    <Popover
      opened={isExplaining && isClosed}
      onChange={setExplaining}
      width={360}
      position="bottom-end"
      withArrow
      shadow="md"
      returnFocus
    >
      <Popover.Target>
        <Button
          {...look}
          className={isClosed ? (css.closed ?? "") : move.tone === "danger" ? (css.danger ?? "") : ""}
          data-closed={isClosed || undefined}
          aria-label={isClosed ? `${move.name}: ${t("notYet")}` : move.name}
          leftSection={isClosed ? <IconShieldLock size={15} /> : undefined}
          loading={running === move.id}
          disabled={running !== null && running !== move.id}
          onClick={() => (isClosed ? setExplaining((shown) => !shown) : onMove(move))}
        >
          {move.name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.why}>{t("whyNot")}</div>
        {blockedBecause === null ? (
          <ProblemList
            problems={move.problems}
            tone="warning"
            offer={(problem) => <StartOffer problem={problem} recordType={recordType} recordId={recordId} />}
          />
        ) : (
          blockedBecause
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
