import { useTranslation } from "react-i18next";

interface ShownVerdict {
  readonly label: string;
  readonly tone: "ok" | "error" | "warn" | "plain";
}

/** What a person decided, in words; an outcome drawn by an admin keeps its own. */
export const useVerdicts = (): ((verdict: string) => ShownVerdict) => {
  const { t } = useTranslation("inbox");
  return (verdict) => {
    if (verdict === "approve" || verdict === "approved") return { label: t("approved"), tone: "ok" };
    if (verdict === "reject" || verdict === "rejected") return { label: t("rejected"), tone: "error" };
    if (verdict === "sendBack" || verdict === "sentBack") return { label: t("sentBack"), tone: "warn" };
    if (verdict === "withdraw" || verdict === "withdrawn") return { label: t("withdrawn"), tone: "plain" };
    return { label: verdict, tone: "plain" };
  };
};
