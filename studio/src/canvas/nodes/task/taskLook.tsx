import { IconUser } from "@tabler/icons-react";
import { listed } from "../../../text/listed.ts";
import { peopleSentence, spanSentence, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function TaskFace({ node }: FaceProps<"task">) {
  const sayings = useSayings();
  const who =
    listed(
      node.who.map((rule) => peopleSentence(sayings, rule)),
      sayings.language,
    ) || sayings.say("people.nobody");
  const due = node.sla ? ` · ${spanSentence(sayings, node.sla.due)}` : "";
  return (
    <Card icon={IconUser} hue="task" title={textIn(sayings, node.name)}>
      <SecondLine>{who + due}</SecondLine>
    </Card>
  );
}

/** Work for people: who does it and by when. */
export const taskLook: KindLook<"task"> = { icon: IconUser, hue: "task", Face: TaskFace };
