import { recordSchemas, type RecordTypeKey } from "../recordSchemas.ts";
import {
  rightsActions,
  type FieldAccess,
  type RightsAction,
  type RightsRule,
  type RightsScope,
  type Role,
} from "./rightsRule.ts";

type Fields = Readonly<Record<string, FieldAccess>>;

const recordTypes = Object.keys(recordSchemas) as RecordTypeKey[];

const allow = (
  role: Role,
  recordType: RecordTypeKey,
  actions: readonly RightsAction[],
  scope: RightsScope,
  fields?: Fields,
): RightsRule[] =>
  actions.map((action) => ({ role, recordType, action, scope, ...(fields === undefined ? {} : { fields }) }));

/** How to reach someone, shown in part to those who may know of the customer but do not look after it. */
const reachMasked: Fields = { phone: "masked", email: "masked" };
/** What things cost us, and what is left: not for those who negotiate the price. */
const productCostHidden: Fields = { cost: "hidden" };
const quoteCostHidden: Fields = { costTotal: "hidden", margin: "hidden" };
const sheetCostHidden: Fields = { lines: "hidden", total: "hidden" };
/** Prices in a quote do not concern those who cost it. */
const onlyExpiry: Fields = { "*": "read", validUntil: "edit" };

/** Handing a record over is its leader's to decide. */
const notHandedOver: Fields = { owner: "read", department: "read" };

const admins = recordTypes.flatMap((recordType) => allow("admin", recordType, rightsActions, "all"));

const reps: readonly RightsRule[] = [
  ...(["customer", "contact"] as const).flatMap((recordType) => [
    ...allow("rep", recordType, ["read", "create", "delete", "export"], "own"),
    ...allow("rep", recordType, ["patch"], "own", notHandedOver),
    ...allow("rep", recordType, ["read"], "department", reachMasked),
  ]),
  ...allow("rep", "product", ["read"], "all", productCostHidden),
  ...allow("rep", "priceBook", ["read"], "all"),
  ...allow("rep", "territory", ["read"], "all"),
  ...allow("rep", "costSheet", ["read", "create", "move"], "own", sheetCostHidden),
  ...allow("rep", "quote", ["read", "create", "delete", "export", "move"], "own", quoteCostHidden),
  ...allow("rep", "quote", ["patch"], "own", { ...quoteCostHidden, ...notHandedOver }),
  ...allow("rep", "order", ["read", "create", "export"], "own"),
];

const salesManagers: readonly RightsRule[] = [
  ...(["customer", "contact"] as const).flatMap((recordType) =>
    allow("salesManager", recordType, rightsActions, "departmentAndBelow"),
  ),
  ...allow("salesManager", "product", ["read", "export"], "all"),
  ...allow("salesManager", "priceBook", ["read", "export"], "all"),
  ...allow("salesManager", "territory", ["read", "export"], "all"),
  ...allow("salesManager", "costSheet", ["read", "create", "move"], "departmentAndBelow"),
  ...allow("salesManager", "quote", rightsActions, "departmentAndBelow"),
  ...allow("salesManager", "order", ["read", "create", "patch", "export", "move"], "departmentAndBelow"),
];

const costEngineers: readonly RightsRule[] = [
  ...allow("costEngineer", "customer", ["read"], "all", reachMasked),
  ...allow("costEngineer", "product", ["read"], "all"),
  ...allow("costEngineer", "priceBook", ["read"], "all"),
  ...allow("costEngineer", "territory", ["read"], "all"),
  ...allow("costEngineer", "costSheet", ["read", "create", "patch", "export", "move"], "all"),
  ...allow("costEngineer", "quote", ["read"], "all"),
];

const finance: readonly RightsRule[] = [
  ...(["customer", "contact"] as const).flatMap((recordType) =>
    allow("finance", recordType, ["read"], "all", reachMasked),
  ),
  ...(["product", "priceBook", "territory"] as const).flatMap((recordType) =>
    allow("finance", recordType, ["read", "export"], "all"),
  ),
  ...allow("finance", "costSheet", ["read", "export", "move"], "all"),
  ...allow("finance", "costSheet", ["patch"], "all", onlyExpiry),
  ...allow("finance", "quote", ["read", "export"], "all"),
  ...allow("finance", "order", ["read", "export", "move"], "all"),
];

const productManagers: readonly RightsRule[] = [
  ...allow("productManager", "product", rightsActions, "all"),
  ...allow("productManager", "priceBook", rightsActions, "all"),
  ...allow("productManager", "quote", ["read"], "all", quoteCostHidden),
  ...allow("productManager", "territory", ["read"], "all"),
];

const generalManagers: readonly RightsRule[] = [
  ...recordTypes.flatMap((recordType) => allow("generalManager", recordType, ["read", "export"], "all")),
  ...(["quote", "costSheet", "order"] as const).flatMap((recordType) =>
    allow("generalManager", recordType, ["move"], "all"),
  ),
];

/**
 * The whole table of who may do what: role × record type × action × scope. What is not here is forbidden.
 *
 * Definitions of processes are no records: only admins draw and publish them.
 */
export const rightsRules: readonly RightsRule[] = [
  ...admins,
  ...reps,
  ...salesManagers,
  ...costEngineers,
  ...finance,
  ...productManagers,
  ...generalManagers,
];
