import { lazy, Suspense } from "react";
import type { ExpressionEditorProps } from "./ExpressionEditor.tsx";
import css from "./expression.module.css";

const ExpressionEditor = lazy(async () => ({ default: (await import("./ExpressionEditor.tsx")).ExpressionEditor }));

/** The text box of an expression, which is loaded when the first one is shown: what stands in it can be read meanwhile. */
export function ExpressionBox(props: ExpressionEditorProps) {
  return (
    <Suspense
      fallback={
        <div className={css.waiting} aria-busy>
          {props.value}
        </div>
      }
    >
      <ExpressionEditor {...props} />
    </Suspense>
  );
}
