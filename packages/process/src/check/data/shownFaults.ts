import type { Chain } from "../../expression/chains.ts";
import { OF_ACTOR, OF_CASE } from "../../expression/suggestedWords.ts";
import { didYouMean } from "../meaning.ts";
import { nearestName } from "../nearestName.ts";
import { fault, type ExpressionFault } from "./expressionFault.ts";
import { mendedText, renamedMember } from "./mendedText.ts";
import type { PutAt } from "./saidMends.ts";

/** What may be asked of a case and of who acts: nothing else is known of them. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ["case", OF_CASE.map(({ text }) => text)],
  ["actor", OF_ACTOR.map(({ text }) => text)],
]);

/** What only holds values, with one of these. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ["record", "record.name"],
  ["form", "form.name"],
  ["vars", "vars.amount"],
  ["case", "case.initiatorId"],
  ["actor", "actor.personId"],
]);

const ofHolder = (root: string, one: string, { value }: PutAt): ExpressionFault =>
  fault(
    "error",
    "NO_TEXT",
    value,
    { en: `“${root}” is no value that could stand in a text.`, zh: `“${root}”不是可写入文本的值。` },
    { en: `Write one of its values, as in ${one}.`, zh: `请写其中的一个值，例如 ${one}。` },
  );

/** What is said to people and would be nothing at all: all that hangs under a root at once, or what no case and nobody has. */
export const shownFaults = (put: PutAt & { readonly chain: Chain }, text: string): readonly ExpressionFault[] => {
  const { root, members } = put.chain;
  const one = HOLDERS.get(root);
  if (members.length === 0) return one === undefined ? [] : [ofHolder(root, one, put)];
  const known = KNOWN.get(root);
  const path = members.join(".");
  if (known === undefined || known.includes(path)) return [];
  const meant = nearestName(path, known);
  const words = { en: `There is no “${root}.${path}”.`, zh: `“${root}.${path}”不存在。` };
  if (meant === null || members.length > 1) return [fault("error", "UNKNOWN_FIELD", put.value, words)];
  const right = (chain: string) => renamedMember(chain, 0, meant);
  return [
    {
      ...fault("error", "UNKNOWN_FIELD", put.value, words, didYouMean(`${root}.${meant}`)),
      replacement: right(text.slice(put.value.start, put.value.end)),
      mended: mendedText(text, [put.value], right),
    },
  ];
};
