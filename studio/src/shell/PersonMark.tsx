import { initialsOf } from "./initialsOf.ts";
import css from "./PersonMark.module.css";

/** A person as a small round mark; the name stands beside it, so it is silent to screen readers. */
export function PersonMark({ name, size = 24 }: { readonly name: string; readonly size?: number }) {
  return (
    <span
      className={css.mark}
      style={{ width: size, height: size, fontSize: Math.max(9.5, size * 0.4) }}
      aria-hidden="true"
      title={name}
    >
      {initialsOf(name)}
    </span>
  );
}
