import { IconMailOpened } from "@tabler/icons-react";
import { spanSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function MessageFace({ node }: FaceProps<"message">) {
  const sayings = useSayings();
  const limit = node.giveUpAfter ? ` · ${spanSentence(sayings, node.giveUpAfter)}` : "";
  return (
    <Card icon={IconMailOpened} hue="timer" title={textIn(sayings, node.name)} round>
      <SecondLine>{sayings.say("face.waitsFor", { message: node.message }) + limit}</SecondLine>
    </Card>
  );
}

/** Which message it waits for, and until when. */
export const messageLook: KindLook<"message"> = { icon: IconMailOpened, hue: "timer", round: true, Face: MessageFace };
