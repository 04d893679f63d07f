import { Button, Progress } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useCommand } from "../../api/useCommand.ts";
import { useSayings } from "../../canvas/sayings/useSayings.ts";
import type { CanvasStore } from "../../canvas/store/canvasStore.ts";
import { EmptyState } from "../../states/EmptyState.tsx";
import { FailureState } from "../../states/FailureState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { useFormats } from "../../text/useFormats.ts";
import { assumableIn } from "./assumable.ts";
import { useWhatIf, type WhatIf } from "./useWhatIf.ts";
import { WhatIfCases } from "./WhatIfCases.tsx";
import { WhatIfForm, type WhatIfWish } from "./WhatIfForm.tsx";
import { WhatIfResult } from "./WhatIfResult.tsx";
import { verdictName } from "./words.ts";
import css from "./whatIf.module.css";

interface WhatIfTabProps {
  readonly store: CanvasStore;
  /** Null where it was never published. */
  readonly publishedVersion: number | null;
  /** Whether there is a draft to try, and not only what is published. */
  readonly hasDraft: boolean;
  /** Saves the draft as it is drawn; false when it cannot be saved. */
  readonly flush: () => Promise<boolean>;
  /** Opens the dialog that publishes. */
  readonly onPublish: () => void;
}

/** How far it is, or how it ended, in a line. */
function Standing({ whatIf }: { readonly whatIf: WhatIf }) {
  const { t } = useTranslation("whatIf");
  const { day } = useFormats();
  const { status, done, cases, closed, isCurrent, version } = whatIf;
  const count = cases ?? 0;
  if (status === "running")
    return (
      <div className={css.standing} role="status">
        <span>{cases === null ? t("counting") : t("progress", { done, count })}</span>
        <Progress
          aria-label={t("progress", { done, count })}
          value={count === 0 ? 0 : (100 * done) / count}
          animated={cases === null}
        />
      </div>
    );
  const values = { done, count, from: day(whatIf.from), until: day(whatIf.until) };
  return (
    <div className={css.standing} role="status" data-status={status}>
      <span>
        {status === "failed" && version !== null
          ? t("status.failedVersion", { version })
          : t(`status.${status}`, values)}
      </span>
      {closed !== null && closed > count && <span>{t("newest", { count, closed })}</span>}
      {!isCurrent && <span data-stale>{version === null ? t("stale") : t("staleVersion", { version })}</span>}
    </div>
  );
}

/** What the draft would have made of closed cases: begun here, left, and looked at again. */
export function WhatIfTab({ store, publishedVersion, hasDraft, flush, onPublish }: WhatIfTabProps): ReactNode {
  const { t } = useTranslation("whatIf");
  const sayings = useSayings();
  const definition = useStore(store, (state) => state.definition);
  const whatIf = useWhatIf(definition.key);
  const start = useCommand("whatIf.start");
  const cancel = useCommand("whatIf.cancel");
  const [isSaving, setSaving] = useState(false);
  const run = async (wish: WhatIfWish) => {
    setSaving(true);
    try {
      if (await flush()) await start.run({ key: definition.key, ...wish });
    } finally {
      setSaving(false);
    }
  };
  if (publishedVersion === null) return <EmptyState icon={IconFlask} title={t("title")} text={t("unpublished")} />;
  if (whatIf.error && whatIf.data === undefined)
    return <FailureState error={whatIf.error} onRetry={() => void whatIf.refetch()} />;
  if (whatIf.data === undefined) return <LoadingState />;
  const last = whatIf.data;
  const words = { t, sayings, definition, nodes: last?.nodes ?? {} };
  const verdict = (key: string): string => verdictName(words, null, key);
  return (
    <div className={css.whatIf}>
      <WhatIfForm
        key={last?.id ?? "first"}
        last={last}
        assumable={assumableIn(definition, last, { sayings, verdict })}
        isRunning={whatIf.isRunning}
        isStarting={start.isRunning || isSaving}
        version={hasDraft ? null : publishedVersion}
        problems={[...start.problems, ...cancel.problems]}
        onRun={(wish) => void run(wish)}
        onCancel={() => void (last && cancel.run({ id: last.id }))}
      />
      <div className={css.result}>
        {last === null ? (
          <EmptyState icon={IconFlask} title={t("none")} text={t(hasDraft ? "noneText" : "noneWithoutDraft")} />
        ) : (
          <>
            <Standing whatIf={last} />
            {last.status === "done" && last.isCurrent && hasDraft && (
              <div className={css.publish}>
                <span>{t("publishText")}</span>
                <Button size="compact-sm" onClick={onPublish}>
                  {t("publish")}
                </Button>
              </div>
            )}
            {last.summary !== null && last.summary.cases > 0 && (
              <>
                <WhatIfResult whatIf={last} summary={last.summary} words={words} />
                <WhatIfCases id={last.id} version={last.version} isRunning={whatIf.isRunning} words={words} />
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
