import { IconGitMerge } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Diamond } from "../slots.tsx";

function JoinFace({ node }: FaceProps<"join">) {
  return <Diamond icon={IconGitMerge} title={textIn(useSayings(), node.name)} />;
}

/** Where parallel paths come together. */
export const joinLook: KindLook<"join"> = { icon: IconGitMerge, hue: "decision", Face: JoinFace };
