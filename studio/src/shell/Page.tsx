import type { ReactNode } from "react";
import css from "./Page.module.css";

interface PageProps {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its name, what stands beside it, what one can do, and the rest below. */
export function Page({ title, beside, acts, children }: PageProps) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{title}</h1>
        {beside}
        <div className={css.acts}>{acts}</div>
      </header>
      <div className={css.body}>{children}</div>
    </div>
  );
}
