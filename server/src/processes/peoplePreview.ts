import { issueReason, problem, Refusal, type Problem } from "@sluice/problems";
import { isAskingNode, nodeSchema, variableSchema } from "@sluice/process";
import { previewPeople, type Caller, type DB, type House } from "@sluice/records";
import type { Kysely } from "kysely";
import { z } from "zod";
import { namesOf } from "../people/namesOf.ts";
import type { Reader } from "../reader.ts";
import type { Receiver } from "../refusals/showProblems.ts";
import type { PreviewPeopleInput, ShownPreview } from "./processShapes.ts";

interface Parts {
  readonly house: House;
  readonly db: Kysely<DB>;
  readonly show: (
    problems: readonly Problem[],
    receiver: Receiver,
  ) => Promise<readonly { readonly code: string; readonly message: string }[]>;
}

/**
 * Shows whom a step would ask for a record, by name.
 *
 * @problem INPUT_INVALID - it is no step that asks people, or its settings are not complete
 */
export const peoplePreview = async (
  { house, db, show }: Parts,
  { node: given, variables, recordType, recordId, initiatorId }: PreviewPeopleInput,
  { caller, reader }: { readonly caller: Caller; readonly reader: Reader },
): Promise<ShownPreview> => {
  const node = nodeSchema.safeParse(given);
  const declared = z.array(variableSchema).safeParse(variables);
  if (!node.success || !declared.success || !isAskingNode(node.data)) {
    const issue = node.error?.issues[0] ?? declared.error?.issues[0];
    const field = issue?.path.join(".") || "node";
    const { reason, values } = issue === undefined ? { reason: "notAsking", values: {} } : issueReason(issue);
    throw new Refusal([problem("INPUT_INVALID", { ...values, field, reason, node: null })]);
  }
  const found = await previewPeople(
    house,
    { node: node.data, variables: declared.data, record: { type: recordType, id: recordId }, initiatorId },
    caller,
  );
  const ids = found.people.flatMap(({ personId, standsFor }) => [personId, standsFor ?? null]);
  const nameOf = await namesOf(db, [found.initiatorId, ...ids]);
  return {
    initiator: nameOf(found.initiatorId),
    people: found.people.flatMap(({ personId, standsFor }) => {
      const person = nameOf(personId);
      return person === null ? [] : [{ ...person, standsFor: nameOf(standsFor ?? null) }];
    }),
    otherwise: found.otherwise,
    problems: (
      await show(found.problems, {
        reader,
        language: reader.language,
        about: { type: recordType, id: recordId },
      })
    ).map(({ code, message }) => ({
      code,
      message,
    })),
  };
};
