import { problem, Refusal, type Language } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { type Caller, createPerson, type House, patchPerson, type Reads, setLanguage } from "@sluice/records";
import type { CommittedAnswer } from "../committedAnswer.ts";
import type { Reader } from "../reader.ts";
import type { Page } from "../shape/page.ts";
import { getPerson, listPeople, listRoles, pageOfPeople } from "./people.ts";
import type { PeoplePageInput, PersonRow, PersonView, RoleRow } from "./personShapes.ts";

/** What the server does about people: seen by everybody, changed by admins through the door. */
export interface PeoplePorts {
  list(reader: Reader): Promise<PersonRow[]>;
  get(id: string, reader: Reader): Promise<PersonView>;
  roles(): Promise<RoleRow[]>;
  page(input: PeoplePageInput): Promise<Page<PersonRow>>;
  create(
    command: { readonly commandId: string; readonly fields: Readonly<Record<string, Json>> },
    caller: Caller,
  ): Promise<CommittedAnswer>;
  patch(
    command: {
      readonly commandId: string;
      readonly id: string;
      readonly version: number;
      readonly fields: Readonly<Record<string, Json>>;
    },
    caller: Caller,
  ): Promise<CommittedAnswer>;
  setLanguage(command: { readonly commandId: string; readonly language: Language }, caller: Caller): Promise<void>;
}

interface Parts {
  readonly house: House;
  readonly db: Reads["db"];
  readonly giveAccount: (personId: string, password: string | null) => Promise<void>;
}

/** Who is made gets an account, with the first password where one was given. */
export const peoplePorts = ({ house, db, giveAccount }: Parts): PeoplePorts => ({
  list: () => listPeople(db),
  page: (input) => pageOfPeople(db, input),
  get: (id, reader) => getPerson(db, id, reader),
  roles: () => listRoles(db),
  create: async ({ commandId, fields: { password, ...fields } }, caller) => {
    if (password !== undefined && (typeof password !== "string" || password.length < 12 || password.length > 128)) {
      throw new Refusal([problem("INPUT_INVALID", { field: "password", reason: "passwordLength" })]);
    }
    const made = await createPerson(house, { commandId, fields }, caller);
    if (made.recordId !== null) await giveAccount(made.recordId, typeof password === "string" ? password : null);
    return made;
  },
  patch: (command, caller) => patchPerson(house, command, caller),
  setLanguage: async (command, caller) => {
    await setLanguage(house, command, caller);
  },
});
