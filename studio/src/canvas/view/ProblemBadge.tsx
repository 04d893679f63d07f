import { isError } from "@sluice/process";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import css from "./step.module.css";

/** How bad it stands with one element: never colour alone, always with a name for who cannot see it. */
export function ProblemBadge({ id }: { readonly id: string }) {
  const { say } = useSayings();
  const found = useCanvas(({ problems }) => problems.byElement.get(id));
  if (!found || found.length === 0) return null;
  const blocks = found.some(isError);
  const label = say(blocks ? "problems.errorBadge" : "problems.warningBadge", { count: found.length });
  return (
    <span
      className={css.badge}
      data-severity={blocks ? "error" : "warning"}
      role="img"
      aria-label={label}
      title={label}
    >
      {found.length > 1 ? found.length : "!"}
    </span>
  );
}
