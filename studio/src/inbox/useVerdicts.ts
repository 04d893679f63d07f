import { resubmission, type ProcessDefinition, outcomeNamed } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";

interface ShownVerdict {
  readonly label: string;
  readonly tone: "ok" | "error" | "warn" | "plain";
}

const WITH_OTHERS = ["transfer", "delegate", "addSigner", "removeSigner", "reclaim"] as const;

/** What a person decided, in words; an outcome drawn by an admin keeps its own. */
export const useVerdicts = (
  definition: ProcessDefinition | null = null,
): ((verdict: string, node?: string) => ShownVerdict) => {
  const { t } = useTranslation("inbox");
  const { local } = useLanguage();
  return (verdict, node) => {
    if (verdict === "approve" || verdict === "approved") return { label: t("approved"), tone: "ok" };
    if (verdict === "reject" || verdict === "rejected") return { label: t("rejected"), tone: "error" };
    if (verdict === "sendBack" || verdict === "sentBack") return { label: t("sentBack"), tone: "warn" };
    if (verdict === "withdraw" || verdict === "withdrawn") return { label: t("withdrawn"), tone: "plain" };
    if (verdict === "comment") return { label: t("commented"), tone: "plain" };
    const withOthers = WITH_OTHERS.find((act) => act === verdict);
    if (withOthers !== undefined) return { label: t(`said.${withOthers}`), tone: "plain" };
    const named = outcomeNamed(
      definition?.nodes.find((it) => it.id === node),
      verdict,
    );
    const label = named ?? (verdict === resubmission.key ? resubmission.name : undefined);
    return { label: label === undefined ? verdict : local(label), tone: "plain" };
  };
};
