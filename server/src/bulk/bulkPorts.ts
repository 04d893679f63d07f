import {
  type BulkProgress,
  cancelBulk,
  countBulk,
  type House,
  readBulk,
  readNewestBulk,
  type Reads,
  startBulk,
} from "@sluice/records";
import type { ServerPorts } from "../ports.ts";
import type { Reader } from "../reader.ts";
import { recordTitles } from "../records/recordTitles.ts";
import type { BulkView } from "./bulkShapes.ts";

/** Acts on many cases, with each refusal in its reader's words and by the name of its record. */
export const bulkPorts = (house: House, reads: Reads, show: ServerPorts["refusals"]["show"]): ServerPorts["bulk"] => {
  const { db, types } = reads;
  const shown = async ({ target: _target, refusals, ...rest }: BulkProgress, reader: Reader): Promise<BulkView> => {
    const ids = refusals.map(({ caseId }) => caseId);
    const records =
      ids.length === 0
        ? []
        : await db.selectFrom("case").select(["id", "record_type", "record_id"]).where("id", "in", ids).execute();
    const titleOf = await recordTitles(
      db,
      types,
      records.map((it) => ({ type: it.record_type, id: it.record_id })),
    );
    return {
      ...rest,
      refusals: await Promise.all(
        refusals.map(async ({ caseId, problems }) => {
          const record = records.find(({ id }) => id === caseId);
          return {
            caseId,
            title: titleOf({ type: record?.record_type ?? "", id: record?.record_id ?? "" }).title,
            problems: await show(problems, { reader, language: reader.language, about: { caseId } }),
          };
        }),
      ),
    };
  };
  return {
    count: async (wish, caller) => ({ count: await countBulk(house, wish, caller) }),
    start: (command, caller) => startBulk(house, command, caller),
    cancel: (command, caller) => cancelBulk(house, command, caller),
    get: async (id, { reader, caller }) => shown(await readBulk(reads, id, caller), reader),
    newest: async (process, { reader, caller }) => {
      const found = await readNewestBulk(reads, process, caller);
      return found === null ? null : shown(found, reader);
    },
  };
};
