import type { Move, NodeOf } from "@sluice/process";
import { measures } from "./measures.ts";
import { textWidth } from "./textWidth.ts";

/** A move's port: where on the lower border of its band it stands, from the band's corner. */
export interface Port {
  readonly move: Move;
  readonly x: number;
  readonly width: number;
}

/**
 * The ports of a stage in the order of its moves, left to right along the lower border. `label` is the name as it is shown;
 * `avoid` are the places where wires leave through that border: no port stands in their way.
 */
export const portsOf = (stage: NodeOf<"stage">, label: (move: Move) => string, avoid: readonly number[]): Port[] => {
  let x: number = measures.port.left;
  return stage.moves.map((move) => {
    const width = Math.min(220, Math.max(64, textWidth(label(move)) + (move.guard ? 58 : 40)));
    const clear = () => avoid.find((wire) => wire > x - 8 && wire < x + width + 8);
    for (let wire = clear(); wire !== undefined; wire = clear()) x = wire + measures.port.gap;
    const port = { move, x, width };
    x += width + measures.port.gap;
    return port;
  });
};
