import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Pill } from "../slots.tsx";

function StartFace({ node }: FaceProps<"start">) {
  return <Pill icon={IconPlayerPlayFilled} title={textIn(useSayings(), node.name)} tone="start" />;
}

/** What begins a case: a pill above the bands. */
export const startLook: KindLook<"start"> = { icon: IconPlayerPlayFilled, hue: "start", Face: StartFace };
