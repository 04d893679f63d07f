import type { Language, Problem } from "@sluice/problems";
import {
  cancelMigration,
  goOnWithMigration,
  migrationPreview,
  proposeMigration,
  readMigration,
  startMigration,
  undoMigration,
  type House,
  type Reads,
} from "@sluice/records";
import type { ServerPorts } from "../ports.ts";
import type { Reader } from "../reader.ts";
import type { ShownProblem } from "../refusals/shownProblem.ts";
import { listMigrations } from "./listMigrations.ts";
import { recordsOfCases } from "./recordsOfCases.ts";

type Show = (
  problems: readonly Problem[],
  receiver: {
    readonly reader: Reader | null;
    readonly language: Language;
    readonly about: { readonly caseId: string };
  },
) => Promise<readonly ShownProblem[]>;

interface Judged {
  readonly caseId: string;
  readonly problems: readonly Problem[];
}

/** The migrations of the door, with their problems in the reader's words. */
export const migrationPorts = (
  house: House,
  reads: Pick<Reads, "db" | "types">,
  show: Show,
): ServerPorts["migrations"] => {
  const shown = async <Told extends Judged>(cases: readonly Told[], reader: Reader) => {
    const recordOf = await recordsOfCases(
      reads,
      cases.map(({ caseId }) => caseId),
    );
    return Promise.all(
      cases.map(async ({ problems, ...told }) => ({
        ...told,
        record: recordOf(told.caseId),
        problems:
          problems.length === 0
            ? []
            : [...(await show(problems, { reader, language: reader.language, about: { caseId: told.caseId } }))],
      })),
    );
  };
  return {
    list: (process) => listMigrations(reads.db, process),
    propose: async (between) => {
      const { mapping, unmapped, changed } = await proposeMigration(house, between);
      return { mapping, unmapped: [...unmapped], changed: [...changed] };
    },
    preview: async ({ after, limit, ...wish }, { reader, caller }) => {
      const page = { ...(after === undefined ? {} : { after }), ...(limit === undefined ? {} : { limit }) };
      const preview = await migrationPreview(house, { ...wish, ...page }, caller);
      return { ...preview, cases: await shown(preview.cases, reader) };
    },
    start: (wish, caller) => startMigration(house, wish, caller),
    get: async (id, { reader, caller }) => {
      const { tried, staying, notBack, filter, ...rest } = await readMigration(house, id, caller);
      const { caseIds, ...others } = filter;
      return {
        ...rest,
        filter: { ...others, ...(caseIds === undefined ? {} : { caseIds: [...caseIds] }) },
        tried: await shown(tried, reader),
        staying: await shown(staying, reader),
        notBack: await shown(notBack, reader),
      };
    },
    cancel: (command, caller) => cancelMigration(house, command, caller),
    goOn: (command, caller) => goOnWithMigration(house, command, caller),
    undo: (command, caller) => undoMigration(house, command, caller),
  };
};
