import { milestoneNames } from "@sluice/domain";
import { IconFlag, IconHourglass, IconTargetArrow, IconUserCheck } from "@tabler/icons-react";
import { listed } from "../../../text/listed.ts";
import { peopleSentence, spanSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import type { FaceProps, KindLook } from "../face.ts";
import css from "./stage.module.css";

/** The title line of a band: number, name, outcome; how likely, who answers, how long at most, milestone. */
function StageFace({ node }: FaceProps<"stage">) {
  const sayings = useSayings();
  const number = useCanvas(
    ({ layout }) => (layout.bands.find((band) => band.stage.id === node.id)?.index ?? node.order) + 1,
  );
  const running = useCanvas(({ live }) => (live === null ? null : (live.byNode.get(node.id)?.open ?? 0)));
  const late = useCanvas(({ live }) => live?.byNode.get(node.id)?.late ?? 0);
  return (
    <div className={css.title}>
      <span className={css.number}>{number}</span>
      <span className={css.name}>{textIn(sayings, node.name)}</span>
      {node.final && (
        <span className={css.final} data-tone={node.final}>
          {sayings.say(`final.${node.final}`)}
        </span>
      )}
      {running !== null ? (
        <span className={css.more} data-second data-running={running}>
          {running > 0 && sayings.say("live.running", { count: running })}
          {late > 0 && <span className={css.late}>{sayings.say("live.late", { count: late })}</span>}
        </span>
      ) : (
        <span className={css.more} data-second>
          {node.probability !== undefined && (
            <span>
              <IconTargetArrow size={13} stroke={1.6} aria-hidden /> {node.probability}%
            </span>
          )}
          {node.owner !== undefined && node.owner.length > 0 && (
            <span>
              <IconUserCheck size={13} stroke={1.6} aria-hidden />{" "}
              {listed(
                node.owner.map((rule) => peopleSentence(sayings, rule)),
                sayings.language,
              )}
            </span>
          )}
          {node.ageLimit !== undefined && (
            <span>
              <IconHourglass size={13} stroke={1.6} aria-hidden /> {spanSentence(sayings, node.ageLimit.after)}
            </span>
          )}
          {node.milestone !== undefined && (
            <span>
              <IconFlag size={13} stroke={1.6} aria-hidden />{" "}
              {textIn(sayings, milestoneNames[node.milestone]) || node.milestone}
            </span>
          )}
        </span>
      )}
    </div>
  );
}

/** A stage: a band, not a box. */
export const stageLook: KindLook<"stage"> = { icon: IconFlag, hue: "stage", Face: StageFace };
