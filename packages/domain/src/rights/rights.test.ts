import { describe, expect, it } from "vitest";
import { findRecordSchema, recordSchemas } from "../recordSchemas.ts";
import { accessTo, fieldAccessOf, mayDo, type RecordRelation, type RightsQuestion } from "./fieldAccess.ts";
import { maskText } from "./maskText.ts";
import { roles, type RightsAction } from "./rightsRule.ts";
import { rightsRules } from "./rightsRules.ts";

const stranger: RecordRelation = { isOwner: false, inDepartment: false, inDepartmentOrBelow: false };
const owner: RecordRelation = { isOwner: true, inDepartment: true, inDepartmentOrBelow: true };
const colleague: RecordRelation = { isOwner: false, inDepartment: true, inDepartmentOrBelow: true };
const below: RecordRelation = { ...stranger, inDepartmentOrBelow: true };
const ask = (role: string, recordType: string, relation: RecordRelation): RightsQuestion => ({
  rules: rightsRules,
  roles: [role],
  recordType,
  relation,
});
const letters: readonly [RightsAction, string][] = [
  ["read", "r"],
  ["create", "c"],
  ["patch", "p"],
  ["delete", "d"],
  ["export", "x"],
  ["move", "m"],
];
const rightsOf = (role: string, recordType: string, relation: RecordRelation) =>
  letters.map(([action, letter]) => (mayDo(ask(role, recordType, relation), action) ? letter : "-")).join("");

/** Written by hand. r read · c create · p patch · d delete · x export · m move; own / same department / department below / stranger. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  admin: {
    customer: "rcpdxm rcpdxm rcpdxm rcpdxm",
    contact: "rcpdxm rcpdxm rcpdxm rcpdxm",
    product: "rcpdxm rcpdxm rcpdxm rcpdxm",
    priceBook: "rcpdxm rcpdxm rcpdxm rcpdxm",
    costSheet: "rcpdxm rcpdxm rcpdxm rcpdxm",
    quote: "rcpdxm rcpdxm rcpdxm rcpdxm",
    order: "rcpdxm rcpdxm rcpdxm rcpdxm",
    territory: "rcpdxm rcpdxm rcpdxm rcpdxm",
  },
  rep: {
    customer: "rcpdx- r----- ------ ------",
    contact: "rcpdx- r----- ------ ------",
    product: "r----- r----- r----- r-----",
    priceBook: "r----- r----- r----- r-----",
    costSheet: "rc---m ------ ------ ------",
    quote: "rcpdxm ------ ------ ------",
    order: "rc--x- ------ ------ ------",
    territory: "r----- r----- r----- r-----",
  },
  salesManager: {
    customer: "rcpdxm rcpdxm rcpdxm ------",
    contact: "rcpdxm rcpdxm rcpdxm ------",
    product: "r---x- r---x- r---x- r---x-",
    priceBook: "r---x- r---x- r---x- r---x-",
    costSheet: "rc---m rc---m rc---m ------",
    quote: "rcpdxm rcpdxm rcpdxm ------",
    order: "rcp-xm rcp-xm rcp-xm ------",
    territory: "r---x- r---x- r---x- r---x-",
  },
  costEngineer: {
    customer: "r----- r----- r----- r-----",
    contact: "------ ------ ------ ------",
    product: "r----- r----- r----- r-----",
    priceBook: "r----- r----- r----- r-----",
    costSheet: "rcp-xm rcp-xm rcp-xm rcp-xm",
    quote: "r----- r----- r----- r-----",
    order: "------ ------ ------ ------",
    territory: "r----- r----- r----- r-----",
  },
  finance: {
    customer: "r----- r----- r----- r-----",
    contact: "r----- r----- r----- r-----",
    product: "r---x- r---x- r---x- r---x-",
    priceBook: "r---x- r---x- r---x- r---x-",
    costSheet: "r-p-xm r-p-xm r-p-xm r-p-xm",
    quote: "r---x- r---x- r---x- r---x-",
    order: "r---xm r---xm r---xm r---xm",
    territory: "r---x- r---x- r---x- r---x-",
  },
  productManager: {
    customer: "------ ------ ------ ------",
    contact: "------ ------ ------ ------",
    product: "rcpdxm rcpdxm rcpdxm rcpdxm",
    priceBook: "rcpdxm rcpdxm rcpdxm rcpdxm",
    costSheet: "------ ------ ------ ------",
    quote: "r----- r----- r----- r-----",
    order: "------ ------ ------ ------",
    territory: "r----- r----- r----- r-----",
  },
  generalManager: {
    customer: "r---x- r---x- r---x- r---x-",
    contact: "r---x- r---x- r---x- r---x-",
    product: "r---x- r---x- r---x- r---x-",
    priceBook: "r---x- r---x- r---x- r---x-",
    costSheet: "r---xm r---xm r---xm r---xm",
    quote: "r---xm r---xm r---xm r---xm",
    order: "r---xm r---xm r---xm r---xm",
    territory: "r---x- r---x- r---x- r---x-",
  },
};

describe("rightsRules", () => {
  const everyCase = roles.flatMap((role) => Object.keys(recordSchemas).map((recordType) => ({ role, recordType })));
  it.each(everyCase)("gives $role of $recordType what the table says", ({ role, recordType }) => {
    expect([owner, colleague, below, stranger].map((relation) => rightsOf(role, recordType, relation)).join(" ")).toBe(
      expected[role]?.[recordType],
    );
  });

  it.each([
    { role: "rep", recordType: "product", path: "cost", relation: owner, access: "hidden" },
    { role: "salesManager", recordType: "product", path: "cost", relation: stranger, access: "read" },
    { role: "rep", recordType: "quote", path: "margin", relation: owner, access: "hidden" },
    { role: "rep", recordType: "quote", path: "total", relation: owner, access: "read" },
    { role: "salesManager", recordType: "quote", path: "margin", relation: colleague, access: "read" },
    { role: "rep", recordType: "customer", path: "phone", relation: owner, access: "read" },
    { role: "rep", recordType: "customer", path: "phone", relation: colleague, access: "masked" },
    { role: "rep", recordType: "customer", path: "phone", relation: below, access: "hidden" },
    { role: "rep", recordType: "costSheet", path: "lines.unitCost", relation: owner, access: "hidden" },
    { role: "costEngineer", recordType: "costSheet", path: "lines.unitCost", relation: stranger, access: "read" },
  ])("lets $role see $recordType.$path: $access", ({ role, recordType, path, relation, access }) => {
    expect(accessTo(ask(role, recordType, relation), "read", path)).toBe(access);
  });

  it("lets finance change nothing of a cost sheet but its end", () => {
    const sheet = findRecordSchema("costSheet");
    const access = sheet === null ? {} : fieldAccessOf(sheet, ask("finance", "costSheet", stranger));
    expect(Object.keys(access).filter((path) => access[path] === "edit")).toEqual(["validUntil"]);
  });

  it("gives a person of two roles the most of both", () => {
    expect(accessTo({ ...ask("rep", "product", owner), roles: ["rep", "productManager"] }, "read", "cost")).toBe(
      "read",
    );
  });
});

describe("maskText", () => {
  it.each([
    { given: "13812345678", masked: "138****5678" },
    { given: "+8613812345678", masked: "+86****5678" },
    { given: "ann@lanting.example", masked: "a***@lanting.example" },
    { given: "1234567890", masked: "12****90" },
    { given: "12345678", masked: "12****78" },
    { given: "1234567", masked: "*******" },
    { given: "1", masked: "***" },
    { given: "", masked: "***" },
  ])("shows $given as $masked", ({ given, masked }) => {
    expect(maskText(given)).toBe(masked);
  });
});
