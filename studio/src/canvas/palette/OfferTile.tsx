import { blockIcon } from "../nodes/action/blockIcon.ts";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import type { Offer } from "./kinds.ts";

/** What is offered, as it will look on the canvas. */
export function OfferTile({ offer: { kind, block } }: { readonly offer: Offer }) {
  const { icon, hue, round = false } = looks[kind];
  return <Tile icon={block === undefined ? icon : blockIcon(block)} hue={hue} round={round} />;
}
