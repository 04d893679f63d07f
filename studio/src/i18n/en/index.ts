import { account } from "./account.ts";
import { bulk } from "./bulk.ts";
import { canvas } from "./canvas.ts";
import { cases } from "./cases.ts";
import { fields } from "./fields.ts";
import { form } from "./form.ts";
import { imports } from "./imports.ts";
import { inbox } from "./inbox.ts";
import { interchange } from "./interchange.ts";
import { lists } from "./lists.ts";
import { migration } from "./migration.ts";
import { notices } from "./notices.ts";
import { outbox } from "./outbox.ts";
import { processes } from "./processes.ts";
import { records } from "./records.ts";
import { shell } from "./shell.ts";
import { signIn } from "./signIn.ts";
import { states } from "./states.ts";
import { testRun } from "./testRun.ts";
import { versions } from "./versions.ts";
import { whatIf } from "./whatIf.ts";

/** Every English text, by area. */
export const en = {
  account,
  bulk,
  canvas,
  cases,
  fields,
  form,
  imports,
  inbox,
  interchange,
  lists,
  migration,
  notices,
  outbox,
  processes,
  records,
  shell,
  signIn,
  states,
  testRun,
  versions,
  whatIf,
} as const;
