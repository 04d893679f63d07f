import { IconUserPlus } from "@tabler/icons-react";
import { listed } from "../../../text/listed.ts";
import { peopleSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function AssignFace({ node }: FaceProps<"assign">) {
  const sayings = useSayings();
  const who =
    listed(
      node.who.map((rule) => peopleSentence(sayings, rule)),
      sayings.language,
    ) || sayings.say("people.nobody");
  return (
    <Card icon={IconUserPlus} hue="task" title={textIn(sayings, node.name)}>
      <SecondLine>{`${who} · ${sayings.say(`option.strategy.${node.strategy}`)}`}</SecondLine>
    </Card>
  );
}

/** Among whom the record is given out, and how. */
export const assignLook: KindLook<"assign"> = { icon: IconUserPlus, hue: "task", Face: AssignFace };
