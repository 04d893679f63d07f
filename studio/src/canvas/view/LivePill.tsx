import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import css from "./step.module.css";

/** How many cases stand at a step, and how many of them are late. */
export function LivePill({ id }: { readonly id: string }) {
  const { say } = useSayings();
  const count = useCanvas(({ live }) => live?.byNode.get(id));
  if (!count || count.open === 0) return null;
  return (
    <span className={css.live} data-live={id}>
      <i aria-hidden />
      {count.open}
      {count.late > 0 && <span className={css.late}>{say("live.late", { count: count.late })}</span>}
    </span>
  );
}
