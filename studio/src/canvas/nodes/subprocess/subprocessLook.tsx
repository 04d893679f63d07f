import { IconStack2 } from "@tabler/icons-react";
import { labelOf, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";

function SubprocessFace({ node }: FaceProps<"subprocess">) {
  const sayings = useSayings();
  const process = labelOf(sayings, sayings.catalogue.processes, node.process);
  return (
    <Card icon={IconStack2} hue="subprocess" title={textIn(sayings, node.name)} look="subprocess">
      <SecondLine>{node.each === undefined ? process : sayings.say("face.forEach", { process })}</SecondLine>
    </Card>
  );
}

/** Another process: a card with a double lower edge. */
export const subprocessLook: KindLook<"subprocess"> = { icon: IconStack2, hue: "subprocess", Face: SubprocessFace };
