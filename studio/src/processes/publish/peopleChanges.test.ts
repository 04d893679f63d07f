import type { ProcessDefinition } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../../canvas/fixture/aQuoteProcess.ts";
import { peopleChanges } from "./peopleChanges.ts";

const asking = (id: string, kind: "approval" | "task", ...roles: readonly string[]) =>
  ({ id, kind, who: roles.map((role) => ({ by: "role", role })) }) as unknown as ProcessDefinition["nodes"][number];
const drawn = (...nodes: ProcessDefinition["nodes"]): ProcessDefinition => ({ ...aQuoteProcess(), nodes });
const told = (before: ProcessDefinition, after: ProcessDefinition) =>
  peopleChanges(before, after).map(({ rule, of, more, fewer }) => [of, "role" in rule && rule.role, more, fewer]);

describe("what publishing changes for people", () => {
  it.each([
    {
      name: "nothing where the same are asked",
      before: drawn(asking("legal", "approval", "ann")),
      after: drawn(asking("legal", "approval", "ann")),
      changes: [],
    },
    {
      name: "one gets what the other had",
      before: drawn(asking("legal", "approval", "ann")),
      after: drawn(asking("legal", "approval", "bob")),
      changes: [
        ["approval", "ann", [], ["legal"]],
        ["approval", "bob", ["legal"], []],
      ],
    },
    {
      name: "somebody is asked beside who was",
      before: drawn(asking("legal", "approval", "ann")),
      after: drawn(asking("legal", "approval", "ann", "bob")),
      changes: [["approval", "bob", ["legal"], []]],
    },
    {
      name: "work and approvals apart, approvals first",
      before: drawn(asking("do", "task", "ann")),
      after: drawn(asking("legal", "approval", "ann")),
      changes: [
        ["approval", "ann", ["legal"], []],
        ["task", "ann", [], ["do"]],
      ],
    },
  ])("is $name", ({ before, after, changes }) => {
    expect(told(before, after)).toEqual(changes);
  });
});
