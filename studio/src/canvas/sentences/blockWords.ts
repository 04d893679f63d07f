import { localTemplateOf, type NodeOf } from "@sluice/process";
import { isLocalText } from "../../text/isLocalText.ts";
import { pieceLabel } from "../inspector/template/pieceLabel.ts";
import { fieldLabel, labelOf, type Sayings, textIn } from "../sayings/sayings.ts";
import { joined } from "./joined.ts";

type BlockCall = Pick<NodeOf<"action">, "block" | "inputs">;
type Input = BlockCall["inputs"][string];

/** A text as it is written; one in both languages in the reader's. */
const textOf = (sayings: Sayings, value: unknown): string => {
  if (typeof value === "string") return `“${value}”`;
  return isLocalText(value) ? `“${textIn(sayings, value)}”` : JSON.stringify(value);
};

/** A text with fields says them by their names; what else is worked out stands as it is written. */
const workedOut = (sayings: Sayings, expression: string): string => {
  const text = localTemplateOf(expression)?.text;
  return text === undefined
    ? expression
    : textOf(
        sayings,
        textIn(sayings, text).replaceAll(
          /\{\{([\w.]+)\}\}/gu,
          (_whole, path: string) => `[${pieceLabel(sayings, path)}]`,
        ),
      );
};
const valueOf = (sayings: Sayings, input: Input): string =>
  "expression" in input ? workedOut(sayings, input.expression) : textOf(sayings, input.value);

/** What a block does here, with what it is given: "Send mail with To record.contact.email and Subject “Your quote”". */
export const blockWords = (sayings: Sayings, { block, inputs }: BlockCall): string => {
  const { say, catalogue } = sayings;
  const known = catalogue.blocks.find(({ key }) => key === block)?.inputs ?? [];
  const given = Object.entries(inputs).map(([key, input]) => {
    const named = known.find((each) => each.key === key);
    return named === undefined
      ? say("sentences.step.field", { field: fieldLabel(sayings, key), value: valueOf(sayings, input) })
      : say("sentences.step.input", { input: textIn(sayings, named.label), value: valueOf(sayings, input) });
  });
  const name = labelOf(sayings, catalogue.blocks, block);
  return given.length === 0 ? name : say("sentences.step.blockWith", { block: name, inputs: joined(sayings, given) });
};
