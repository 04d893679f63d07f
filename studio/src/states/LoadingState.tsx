import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import css from "./states.module.css";

/** The shape of what is coming, in grey. Never a spinner without end: queries fail after a few tries and say so. */
export function LoadingState({ rows = 6, height = 28 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useTranslation("states");
  return (
    <div className={css.skeleton} role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton
          key={index}
          className={css.bar ?? ""}
          height={height}
          radius="sm"
          width={`${100 - ((index * 17) % 30)}%`}
        />
      ))}
    </div>
  );
}
