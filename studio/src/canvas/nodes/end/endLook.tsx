import { IconBan, IconCheck, IconX } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Pill } from "../slots.tsx";

const icons = { done: IconCheck, won: IconCheck, lost: IconX, void: IconBan } as const;

function EndFace({ node }: FaceProps<"end">) {
  const final = useCanvas(({ layout }) => layout.bands.find((band) => band.stage.id === node.stage)?.stage.final);
  const tone = node.mode === "error" ? "lost" : node.mode === "terminate" ? "void" : (final ?? "done");
  return <Pill icon={icons[tone]} title={textIn(useSayings(), node.name)} tone={tone} />;
}

/** Where a path ends, in the colour of its stage's outcome. */
export const endLook: KindLook<"end"> = { icon: IconCheck, hue: "stage", Face: EndFace };
