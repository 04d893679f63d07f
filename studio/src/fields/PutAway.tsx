import { Button, Popover } from "@mantine/core";
import { IconArchive, IconArchiveOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CommandState } from "../api/useCommand.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { FailureState } from "../states/FailureState.tsx";
import { FieldUses, isHeld } from "./FieldUses.tsx";
import type { KeptField } from "./keptField.ts";
import css from "./fields.module.css";

interface PutAwayProps {
  readonly field: KeptField;
  readonly command: CommandState<"fields.patch">;
  readonly onDone: (text: string) => void;
}

/** A field may have a long name, and all of it is read before it goes. */
const wraps = { root: { height: "auto", minHeight: 28, paddingBlock: 5 }, label: { whiteSpace: "normal" as const } };

/** Puts a field away, saying first what that means and what speaks of it, or takes it up again. */
export function PutAway({ field, command, onDone }: PutAwayProps) {
  const { t } = useTranslation("fields");
  const { local } = useLanguage();
  const [isAsking, ask] = useState(false);
  const uses = useQueryOf("fields.uses", { id: field.id }, { enabled: isAsking, staleMs: 0 });
  const name = local(field.settings.label);
  const send = async (): Promise<void> => {
    const answer = await command.run({ id: field.id, version: field.version, archived: !field.archived });
    if (answer !== null) onDone(t(field.archived ? "takenUp" : "putAwayDone", { field: name }));
  };
  if (field.archived)
    return (
      <Button variant="default" leftSection={<IconArchiveOff size={15} />} onClick={() => void send()}>
        {t("takeUp")}
      </Button>
    );
  return (
    <Popover width={340} position="top-start" shadow="md" trapFocus opened={isAsking} onChange={ask}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconArchive size={15} />} onClick={() => ask(!isAsking)}>
          {t("putAway")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.rules}>
          <p className={css.said}>{t("putAwayText")}</p>
          {uses.error && uses.data === undefined ? (
            <FailureState error={uses.error} onRetry={() => void uses.refetch()} />
          ) : (
            <FieldUses uses={uses.data} />
          )}
          <Button
            color="red"
            styles={wraps}
            loading={command.isRunning}
            disabled={uses.data === undefined || isHeld(uses.data)}
            onClick={() => void send()}
          >
            {t("putAwayOf", { field: name })}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
