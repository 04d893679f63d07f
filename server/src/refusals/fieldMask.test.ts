import { rightsRules } from "@sluice/domain";
import { businessRecordTypes, recordTypes } from "@sluice/records";
import { describe, expect, it } from "vitest";
import { fieldMask } from "./fieldMask.ts";

const world = { types: recordTypes(businessRecordTypes), rights: rightsRules };

const rep = {
  personId: "r",
  name: "Rep",
  email: "r@x.example",
  roles: ["rep"],
  departmentId: "d",
  departmentName: null,
  language: "en" as const,
};
const finance = { ...rep, roles: ["finance"] };
const rights = { discount: "edit", margin: "hidden", customer: "read", owner: "read", costSheet: "read" } as const;

describe("fieldMask", () => {
  it.each([
    { name: "shows what may be read", reader: rep, path: "discount", value: "0.13", shown: "0.13" },
    { name: "hides what is hidden", reader: rep, path: "margin", value: "0.08", shown: "•••" },
    { name: "keeps nothing as nothing", reader: rep, path: "margin", value: null, shown: null },
    {
      name: "hides the other record's field from who may not see it of a stranger's record",
      reader: rep,
      path: "customer.phone",
      value: "13812345678",
      shown: "•••",
    },
    {
      name: "masks the other record's field as the role says",
      reader: finance,
      path: "customer.phone",
      value: "13812345678",
      shown: "138****5678",
    },
    { name: "names people and departments", reader: rep, path: "owner.name", value: "Chen Rui", shown: "Chen Rui" },
    {
      name: "hides a field of the record that the rights do not name",
      reader: rep,
      path: "costTotal",
      value: "1",
      shown: "•••",
    },
    { name: "shows a case's own variable", reader: rep, path: "round", value: "2", shown: "2" },
  ])("$name", ({ reader, path, value, shown }) => {
    expect(fieldMask(world, { reader, recordType: "quote", rights })(path, value)).toBe(shown);
  });
});
