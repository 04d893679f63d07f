import type { ProcessDefinition } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { FindingRows } from "../publish/FindingRows.tsx";
import type { StudioPorts } from "../studioPorts.ts";
import { useVerdictOf, type Verdict } from "../useVerdictOf.ts";
import css from "../publish.module.css";

interface PutBackVerdictProps {
  readonly definition: ProcessDefinition;
  readonly ports: StudioPorts;
}

const wordOf = (verdict: Verdict) => {
  if (verdict.status !== "done") return verdict.status;
  if (verdict.errors > 0) return "errors";
  return verdict.warnings > 0 ? "warnings" : "sound";
};

/** What stands against a version by now: the firm, and who calls it, may have changed since it was published. */
export function PutBackVerdict({ definition, ports }: PutBackVerdictProps) {
  const { t } = useTranslation("versions");
  const verdict = useVerdictOf(definition, ports);
  return (
    <section className={css.told} aria-labelledby="put-back-verdict">
      <h3 id="put-back-verdict">{t("putBack.verdict")}</h3>
      <p role="status" data-verdict={verdict.status}>
        {t(`putBack.${wordOf(verdict)}`)}
      </p>
      {verdict.status === "done" && verdict.findings.length > 0 && (
        <FindingRows findings={verdict.findings} definition={definition} />
      )}
    </section>
  );
}
