import { IconBolt } from "@tabler/icons-react";
import { labelOf, textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card, SecondLine } from "../slots.tsx";
import { blockIcon } from "./blockIcon.ts";

function ActionFace({ node }: FaceProps<"action">) {
  const sayings = useSayings();
  return (
    <Card icon={blockIcon(node.block)} hue="action" title={textIn(sayings, node.name)}>
      <SecondLine>{labelOf(sayings, sayings.catalogue.blocks, node.block)}</SecondLine>
    </Card>
  );
}

/** One block; its icon tells which. */
export const actionLook: KindLook<"action"> = { icon: IconBolt, hue: "action", Face: ActionFace };
