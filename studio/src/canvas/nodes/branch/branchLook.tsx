import { IconArrowsSplit2 } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Diamond } from "../slots.tsx";

function BranchFace({ node }: FaceProps<"branch">) {
  return <Diamond icon={IconArrowsSplit2} title={textIn(useSayings(), node.name)} />;
}

/** One way out of several, told by the labels of its wires. */
export const branchLook: KindLook<"branch"> = { icon: IconArrowsSplit2, hue: "decision", Face: BranchFace };
