import { randomUUID } from "node:crypto";
import { processDefinitionSchema, type ProcessDefinitionInput } from "@sluice/process";
import { publishProcess, saveDraft } from "@sluice/records";
import type { TestFirm } from "./aFirm.ts";

/** Publishes the next version of a process and rolls back to the one before, on which cases still begin; answers its number. */
export const publishAhead = async (firm: TestFirm, drawn: ProcessDefinitionInput): Promise<number> => {
  const definition = processDefinitionSchema.parse(drawn);
  const admin = firm.as("mei");
  const { key } = definition;
  const [process] = await firm.rows<{ base: number }>("SELECT published_version AS base FROM process WHERE key = $1", [
    key,
  ]);
  const base = process?.base ?? 0;
  const saved = await saveDraft(firm.house, { commandId: randomUUID(), key, definition, rev: 0, base }, admin);
  const published = await publishProcess(
    firm.house,
    { commandId: randomUUID(), key, rev: Number(saved.version), base },
    admin,
    async () => 0,
  );
  await firm.rows("UPDATE process SET published_version = $2 WHERE key = $1", [key, Number(published.version) - 1]);
  return Number(published.version);
};
