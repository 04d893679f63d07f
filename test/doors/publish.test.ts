import { randomUUID } from "node:crypto";
import { processDefinitionSchema } from "@sluice/process";
import { discardDraft, ensurePublished, publishProcess, rollBackProcess, saveDraft } from "@sluice/records";
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

  const inForce = async () => {
    const [row] = await firm.rows("SELECT published_version FROM process WHERE key = 'ladder'");
    return Number(row?.["published_version"]);
  };

  it("lets one of two admins win, and tells the other", async () => {
    const base = await inForce();
    const { version: rev } = await saveDraft(
      firm.house,
      { commandId: randomUUID(), key: "ladder", rev: 0, base, definition },
      firm.as("mei"),
    );
    const publish = () =>
      codesOf(
        publishProcess(
          firm.house,
          { commandId: randomUUID(), key: "ladder", rev: Number(rev), base },
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
    const base = await inForce();
    const recordId = await firm.aCustomer();
    const started = await firm.door.startCase(
      { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId },
      firm.as("chen"),
    );
    const { version: rev } = await saveDraft(
      firm.house,
      { commandId: randomUUID(), key: "ladder", rev: 0, base, definition },
      firm.as("mei"),
    );
    await publishProcess(
      firm.house,
      { commandId: randomUUID(), key: "ladder", rev: Number(rev), base },
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

  describe("from the version it was made from", () => {
    const admin = () => firm.as("mei");
    const save = async (input: { readonly rev: number; readonly base: number }) =>
      Number(
        (await saveDraft(firm.house, { commandId: randomUUID(), key: "ladder", definition, ...input }, admin()))
          .version,
      );
    const publish = (rev: number, base: number, note?: string) =>
      publishProcess(firm.house, { commandId: randomUUID(), key: "ladder", rev, base, note }, admin(), noErrors);
    const rollBack = (version: number, from: number, errors = noErrors) =>
      rollBackProcess(
        firm.house,
        { commandId: randomUUID(), key: "ladder", version, from, reason: "it stops too much" },
        admin(),
        errors,
      );

    it("keeps why it was published, and who put an earlier one back and why", async () => {
      const before = await inForce();
      await publish(await save({ rev: 0, base: before }), before, "asked for by finance");
      await rollBack(before, before + 1);

      expect(await inForce()).toBe(before);
      expect(
        await firm.rows("SELECT note FROM process_version WHERE process_key = 'ladder' ORDER BY version DESC LIMIT 1"),
      ).toEqual([{ note: "asked for by finance" }]);
      expect(await firm.rows("SELECT to_version, from_version, reason FROM process_rollback")).toEqual([
        { to_version: before, from_version: before + 1, reason: "it stops too much" },
      ]);
    });

    it("begins cases on the version that was put back, and leaves running ones alone", async () => {
      const before = await inForce();
      await publish(await save({ rev: 0, base: before }), before);
      const start = async () => {
        const recordId = await firm.aCustomer();
        const begun = await firm.door.startCase(
          { commandId: randomUUID(), process: "ladder", recordType: "customer", recordId },
          firm.as("chen"),
        );
        return String(begun.caseId);
      };
      const [newer] = await firm.rows("SELECT published_version AS version FROM process WHERE key = 'ladder'");
      const first = await start();
      await rollBack(before, Number(newer?.["version"]));
      const second = await start();

      expect(
        await firm.rows('SELECT id, version FROM "case" WHERE id IN ($1, $2) ORDER BY version', [first, second]),
      ).toEqual([
        { id: second, version: before },
        { id: first, version: Number(newer?.["version"]) },
      ]);
    });

    it.each([
      {
        name: "a draft begun on a version that is not in force any more",
        rev: 0,
        base: -1,
        codes: ["VERSION_MOVED_ON"],
      },
      { name: "a draft begun on the one in force", rev: 0, base: 0, codes: [] },
    ])("answers $name with $codes", async ({ rev, base, codes }) => {
      const version = await inForce();
      expect(await codesOf(save({ rev, base: version + base }))).toEqual(codes);
    });

    it("does not publish over a version that came in force meanwhile, until the draft was merged with it", async () => {
      const version = await inForce();
      const [draft] = await firm.rows("SELECT rev FROM process_draft WHERE process_key = 'ladder'");
      const rev = Number(draft?.["rev"]);
      await rollBack(version - 1, version);

      expect(await codesOf(publish(rev, version))).toEqual(["VERSION_MOVED_ON"]);
      const merged = await save({ rev, base: version - 1 });
      expect(await codesOf(publish(merged, version - 1))).toEqual([]);
    });

    it("is not taken for another draft of the same revision, made from the version after", async () => {
      const version = await inForce();
      const seen = await save({ rev: 0, base: version });
      await publish(seen, version);
      const others = await save({ rev: 0, base: version + 1 });
      const onSeen = { key: "ladder", rev: seen, base: version };

      expect(others).toBe(seen);
      expect(await codesOf(publish(seen, version))).toEqual(["DRAFT_CHANGED"]);
      expect(await codesOf(save(onSeen))).toEqual(["VERSION_MOVED_ON"]);
      expect(await codesOf(discardDraft(firm.house, { commandId: randomUUID(), ...onSeen }, admin()))).toEqual([
        "DRAFT_CHANGED",
      ]);
      const now = { commandId: randomUUID(), ...onSeen, base: version + 1 };
      expect(await codesOf(discardDraft(firm.house, now, admin()))).toEqual([]);
    });

    it("lets one of two who switch at once win, whichever way they switch", async () => {
      const version = await inForce();
      const rev = await save({ rev: 0, base: version });
      const codes = await Promise.all([
        codesOf(publish(rev, version)),
        codesOf(rollBack(version - 1, version)),
        codesOf(rollBack(version - 2, version)),
      ]);

      expect(codes.filter((refused) => refused.length === 0)).toHaveLength(1);
      expect(codes.filter((refused) => refused.length > 0)).toEqual([["VERSION_MOVED_ON"], ["VERSION_MOVED_ON"]]);
    });

    it.each([
      { name: "that was never published", version: 900, errors: noErrors, codes: ["NOT_FOUND"] },
      { name: "that errors stand against by now", version: 1, errors: async () => 2, codes: ["DEFINITION_INVALID"] },
    ])("puts no version back $name", async ({ version, errors, codes }) => {
      expect(await codesOf(rollBack(version, await inForce(), errors))).toEqual(codes);
    });
  });
});
