import type { NodeKind, NodeOf } from "@sluice/process";
import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Hue } from "./slots.tsx";

/** What a face is drawn from: the node alone. Names and labels come by `useSayings`. */
export interface FaceProps<K extends NodeKind> {
  readonly node: NodeOf<K>;
}

/** How one kind looks: its icon and colour wherever it is named, and its face on the canvas. */
export interface KindLook<K extends NodeKind> {
  readonly icon: Icon;
  readonly hue: Hue;
  readonly round?: boolean;
  readonly Face: ComponentType<FaceProps<K>>;
}
