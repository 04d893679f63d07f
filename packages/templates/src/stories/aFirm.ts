import type { StoryInput } from "@sluice/process";

/** The small firm in which the stories of the shipped processes are played: a rep, her manager, his, an engineer, finance. */
export const people: StoryInput["given"]["people"] = [
  { id: "rep", name: { en: "Rep", zh: "销售代表" }, roles: ["rep"], department: "sales", managerId: "boss" },
  {
    id: "boss",
    name: { en: "Sales manager", zh: "销售经理" },
    roles: ["salesManager"],
    department: "sales",
    managerId: "head",
  },
  { id: "head", name: { en: "General manager", zh: "总经理" }, roles: ["generalManager"] },
  { id: "engineer", name: { en: "Cost engineer", zh: "成本工程师" }, roles: ["costEngineer"], managerId: "head" },
  { id: "finance", name: { en: "Finance", zh: "财务" }, roles: ["finance"], department: "finance", managerId: "head" },
  { id: "cfo", name: { en: "Head of finance", zh: "财务总监" }, roles: [], department: "finance" },
];

/** Who heads its departments. */
export const heads = { sales: "head", finance: "cfo" };

/** A Monday at nine in Shanghai. */
export const mondayAtNine = "2026-11-23T01:00:00.000Z";
