import { IconClock } from "@tabler/icons-react";
import { fieldLabel, spanSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function TimerFace({ node }: FaceProps<"timer">) {
  const sayings = useSayings();
  const { wait } = node;
  const line =
    wait.until === "span"
      ? `${sayings.say(`calendar.${wait.span.calendar}`)} · ${spanSentence(sayings, wait.span)}`
      : sayings.say("face.untilField", { field: fieldLabel(sayings, wait.path) });
  return (
    <Card icon={IconClock} hue="timer" title={textIn(sayings, node.name)} round>
      <SecondLine>{line}</SecondLine>
    </Card>
  );
}

/** How long it holds, and by which calendar. */
export const timerLook: KindLook<"timer"> = { icon: IconClock, hue: "timer", round: true, Face: TimerFace };
