import { IconShieldLock } from "@tabler/icons-react";
import { conditionSentence } from "../../sayings/conditionSentence.ts";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function GuardFace({ node }: FaceProps<"guard">) {
  const sayings = useSayings();
  const sentence = textIn(sayings, node.guard.sentence) || conditionSentence(sayings, node.guard.condition);
  return (
    <Card icon={IconShieldLock} hue="guard" title={textIn(sayings, node.name)} look="guard">
      <SecondLine>{node.mode === "hold" ? sayings.say("face.holdsUntil", { sentence }) : sentence}</SecondLine>
    </Card>
  );
}

/** A gate with a hazard stripe; its second line is the sentence people are refused with. */
export const guardLook: KindLook<"guard"> = { icon: IconShieldLock, hue: "guard", Face: GuardFace };
