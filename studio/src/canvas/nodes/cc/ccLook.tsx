import { IconUserShare } from "@tabler/icons-react";
import { listed } from "../../../text/listed.ts";
import { peopleSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function CcFace({ node }: FaceProps<"cc">) {
  const sayings = useSayings();
  const who =
    listed(
      node.who.map((rule) => peopleSentence(sayings, rule)),
      sayings.language,
    ) || sayings.say("people.nobody");
  return (
    <Card icon={IconUserShare} hue="approval" title={textIn(sayings, node.name)}>
      <SecondLine>{sayings.say("face.copyTo", { who })}</SecondLine>
    </Card>
  );
}

/** A copy for information: to whom. */
export const ccLook: KindLook<"cc"> = { icon: IconUserShare, hue: "approval", Face: CcFace };
