import { randomUUID } from "node:crypto";
import { processDefinitionSchema } from "@sluice/process";
import { ensurePublished, publishProcess, saveDraft } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { ladder } from "../support/processes.ts";

describe("publishing a process", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
  });
  afterAll(() => firm.close());

  const noErrors = async () => 0;
  const definition = processDefinitionSchema.parse(ladder);

  it("ships a process once, however many ask at once", async () => {
    expect(await Promise.all(Array.from({ length: 8 }, () => ensurePublished(firm.house, ladder)))).toEqual(
      Array.from({ length: 8 }, () => 1),
    );
    expect(await firm.rows("SELECT version FROM process_version WHERE process_key = 'ladder'")).toEqual([
      { version: 1 },
    ]);
  });

  it("lets one of two admins win, and tells the other", async () => {
    const { version: rev } = await saveDraft(
      firm.house,
      { commandId: randomUUID(), key: "ladder", rev: 0, definition },
      firm.as("mei"),
    );
    const publish = () =>
      codesOf(
        publishProcess(
          firm.house,
          { commandId: randomUUID(), key: "ladder", rev: Number(rev) },
          firm.as("mei"),
          noErrors,
        ),
      );
    const codes = (await Promise.all([publish(), publish()])).toSorted((one, other) => one.length - other.length);
    expect(codes).toEqual([[], ["DRAFT_CHANGED"]]);
    expect(await firm.rows("SELECT published_version FROM process WHERE key = 'ladder'")).toEqual([
      { published_version: 2 },
    ]);
  });

  it("leaves running cases on the version they began with", async () => {
    const recordId = await firm.aCustomer();
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId },
      firm.as("chen"),
    );
    const { version: rev } = await saveDraft(
      firm.house,
      { commandId: randomUUID(), key: "ladder", rev: 0, definition },
      firm.as("mei"),
    );
    await publishProcess(
      firm.house,
      { commandId: randomUUID(), key: "ladder", rev: Number(rev) },
      firm.as("mei"),
      noErrors,
    );
    await firm.door.moveCase(
      { commandId: randomUUID(), caseId: String(started.caseId), move: "climb" },
      firm.as("chen"),
    );
    expect(await firm.rows('SELECT version, status FROM "case" WHERE id = $1', [started.caseId])).toEqual([
      { version: 2, status: "ended" },
    ]);
  });
});
