import type { Role } from "@sluice/domain";
import { seedId } from "./seedId.ts";

/** Someone of the demo firm. Accounts are made by the server under the same id. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly post: string;
  readonly departmentId: string;
  readonly managerId: string | null;
  readonly language: "en" | "zh";
}

/** What all demo people sign in with. They exist in the embedded stack only. */
export const DEMO_PASSWORD = "sluice-demo-2026";

/** The departments of the demo firm, parents first. */
export const demoDepartments = [
  {
    id: seedId("department firm"),
    name: { en: "Lanting Automation", zh: "澜庭自动化" },
    parentId: null,
    headId: seedId("person gao.jun"),
  },
  {
    id: seedId("department sales"),
    name: { en: "Sales", zh: "销售部" },
    parentId: seedId("department firm"),
    headId: seedId("person wang.fang"),
  },
  {
    id: seedId("department engineering"),
    name: { en: "Cost engineering", zh: "成本工程部" },
    parentId: seedId("department firm"),
    headId: seedId("person li.wei"),
  },
  {
    id: seedId("department finance"),
    name: { en: "Finance", zh: "财务部" },
    parentId: seedId("department firm"),
    headId: seedId("person zhao.min"),
  },
  {
    id: seedId("department products"),
    name: { en: "Products", zh: "产品部" },
    parentId: seedId("department firm"),
    headId: seedId("person tom"),
  },
] as const;

type Place = "firm" | "sales" | "engineering" | "finance" | "products";

const aPerson = (
  key: string,
  person: {
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly post: string;
    readonly place: Place;
    readonly manager: string | null;
    readonly language: "en" | "zh";
  },
): DemoPerson => ({
  id: seedId(`person ${key}`),
  name: person.name,
  email: `${person.email}@lanting.example`,
  roles: [person.role],
  post: person.post,
  departmentId: seedId(`department ${person.place}`),
  managerId: person.manager === null ? null : seedId(`person ${person.manager}`),
  language: person.language,
});

/** The people of the demo firm: one in each role, and two who sell. */
export const demoPeople: readonly DemoPerson[] = [
  aPerson("mei.lin", {
    name: "Mei Lin 林梅",
    email: "mei",
    role: "admin",
    post: "systems",
    place: "firm",
    manager: "gao.jun",
    language: "en",
  }),
  aPerson("chen.rui", {
    name: "Chen Rui 陈睿",
    email: "chen",
    role: "rep",
    post: "salesRep",
    place: "sales",
    manager: "wang.fang",
    language: "en",
  }),
  aPerson("sofia", {
    name: "Sofia Brandt",
    email: "sofia",
    role: "rep",
    post: "salesRep",
    place: "sales",
    manager: "wang.fang",
    language: "en",
  }),
  aPerson("wang.fang", {
    name: "Wang Fang 王芳",
    email: "wang",
    role: "salesManager",
    post: "headOfSales",
    place: "sales",
    manager: "gao.jun",
    language: "en",
  }),
  aPerson("li.wei", {
    name: "Li Wei 李伟",
    email: "li",
    role: "costEngineer",
    post: "costEngineer",
    place: "engineering",
    manager: "gao.jun",
    language: "en",
  }),
  aPerson("zhao.min", {
    name: "Zhao Min 赵敏",
    email: "zhao",
    role: "finance",
    post: "headOfFinance",
    place: "finance",
    manager: "gao.jun",
    language: "en",
  }),
  aPerson("tom", {
    name: "Tom Okafor",
    email: "tom",
    role: "productManager",
    post: "productManager",
    place: "products",
    manager: "gao.jun",
    language: "en",
  }),
  aPerson("gao.jun", {
    name: "Gao Jun 高军",
    email: "gao",
    role: "generalManager",
    post: "generalManager",
    place: "firm",
    manager: null,
    language: "en",
  }),
];

/** The demo person with this key (`chen.rui`). */
export const demoPersonId = (key: string): string => seedId(`person ${key}`);
