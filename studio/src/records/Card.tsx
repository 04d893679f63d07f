import type { ReactNode } from "react";
import css from "./RecordPage.module.css";

/** A titled part of a record's page. */
export function Card({
  title,
  beside,
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css.card}>
      <h2>
        <span>{title}</span>
        {beside}
      </h2>
      {children}
    </section>
  );
}
