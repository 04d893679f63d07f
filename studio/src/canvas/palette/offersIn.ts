import type { NodeKind } from "@sluice/process";
import type { BlockChoice } from "../sayings/catalogue.ts";
import { labelOf, type Sayings, textIn } from "../sayings/sayings.ts";
import { joined } from "../sentences/joined.ts";
import { kindGroups, nameOfKind, type Offer } from "./kinds.ts";

/** An offer as the palette shows it: `id` tells it from the others. */
export interface ShownOffer extends Offer {
  readonly id: string;
  readonly name: string;
  /** What it is for; of an action, what it needs. */
  readonly about: string;
}

const ofKind = ({ say }: Sayings, kind: NodeKind): ShownOffer => ({
  id: kind,
  kind,
  called: nameOfKind(kind),
  name: say(`kind.${kind}.name`),
  about: say(`kind.${kind}.about`),
});

const ofBlock = (sayings: Sayings, { key, label, about, inputs }: BlockChoice): ShownOffer => {
  const needs = inputs.filter(({ required }) => required).map((input) => textIn(sayings, input.label));
  return {
    id: `action-${key}`,
    kind: "action",
    block: key,
    called: typeof label === "string" ? { en: label, zh: label } : label,
    name: labelOf(sayings, sayings.catalogue.blocks, key),
    about: needs.length === 0 ? textIn(sayings, about) : sayings.say("palette.needs", { what: joined(sayings, needs) }),
  };
};

/** The groups of the palette with what fits the words: every kind, and in place of the plain action each thing it can do. */
export const offersIn = (sayings: Sayings, words: string, without: readonly string[] = []) => {
  const wanted = words.trim().toLowerCase();
  const { blocks } = sayings.catalogue;
  return kindGroups
    .map(({ key, kinds }) => ({
      key,
      offers: kinds
        .flatMap((kind) =>
          kind === "action" && blocks.length > 0
            ? blocks.map((block) => ({ ...ofBlock(sayings, block), more: textIn(sayings, block.about) }))
            : [{ ...ofKind(sayings, kind), more: "" }],
        )
        .filter(
          ({ kind, block = "", name, about, more }) =>
            !without.includes(kind) && `${name} ${about} ${more} ${kind} ${block}`.toLowerCase().includes(wanted),
        ),
    }))
    .filter(({ offers }) => offers.length > 0);
};
