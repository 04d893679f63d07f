import { IconRun } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Diamond } from "../slots.tsx";

function RaceFace({ node }: FaceProps<"race">) {
  return <Diamond icon={IconRun} title={textIn(useSayings(), node.name)} />;
}

/** The first of several happenings. */
export const raceLook: KindLook<"race"> = { icon: IconRun, hue: "timer", Face: RaceFace };
