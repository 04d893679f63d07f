import { IconRubberStamp } from "@tabler/icons-react";
import { peopleSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, Chips, SecondLine } from "../slots.tsx";

function ApprovalFace({ node }: FaceProps<"approval">) {
  const sayings = useSayings();
  const labels = node.who.map((rule) => peopleSentence(sayings, rule));
  return (
    <Card icon={IconRubberStamp} hue="approval" title={textIn(sayings, node.name)}>
      {labels.length > 0 ? (
        <Chips labels={labels} between={node.mode.by === "sequential" ? "then" : "and"} />
      ) : (
        <SecondLine>{sayings.say("people.nobody")}</SecondLine>
      )}
    </Card>
  );
}

/** Who must agree, as chips: `›` one after another, `+` together. */
export const approvalLook: KindLook<"approval"> = { icon: IconRubberStamp, hue: "approval", Face: ApprovalFace };
