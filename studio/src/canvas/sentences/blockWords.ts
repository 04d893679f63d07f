import type { NodeOf } from "@sluice/process";
import { labelOf, type Sayings } from "../sayings/sayings.ts";
import { inputName, inputValue } from "./inputWords.ts";
import { joined } from "./joined.ts";

type BlockCall = Pick<NodeOf<"action">, "block" | "inputs">;

/** What a block does here, with what it is given: "Send mail with To record.contact.email and Subject “Your quote”". */
export const blockWords = (sayings: Sayings, { block, inputs }: BlockCall): string => {
  const { say, catalogue } = sayings;
  const given = Object.entries(inputs).map(([key, input]) => {
    const { name, isField } = inputName(sayings, block, key);
    const value = inputValue(sayings, input);
    return isField
      ? say("sentences.step.field", { field: name, value })
      : say("sentences.step.input", { input: name, value });
  });
  const name = labelOf(sayings, catalogue.blocks, block);
  return given.length === 0 ? name : say("sentences.step.blockWith", { block: name, inputs: joined(sayings, given) });
};
