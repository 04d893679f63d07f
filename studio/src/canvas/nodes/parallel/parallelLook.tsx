import { IconGitFork } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Diamond } from "../slots.tsx";

function ParallelFace({ node }: FaceProps<"parallel">) {
  return <Diamond icon={IconGitFork} title={textIn(useSayings(), node.name)} />;
}

/** Several paths at once. */
export const parallelLook: KindLook<"parallel"> = { icon: IconGitFork, hue: "decision", Face: ParallelFace };
