import { useSayings } from "../sayings/useSayings.ts";
import css from "./step.module.css";

/** Where the case that is looked at stands. */
export function HerePill() {
  const { say } = useSayings();
  return (
    <span className={css.live} data-here-pill>
      <i aria-hidden />
      {say("live.here")}
    </span>
  );
}
