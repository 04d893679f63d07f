import type { Role } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";

/** What the shipped roles are called. */
export const shippedRoles: Readonly<Record<Role, LocalText>> = {
  admin: { en: "Administrator", zh: "系统管理员" },
  rep: { en: "Sales representative", zh: "销售代表" },
  salesManager: { en: "Sales manager", zh: "销售经理" },
  costEngineer: { en: "Cost engineer", zh: "成本工程师" },
  finance: { en: "Finance", zh: "财务" },
  productManager: { en: "Product manager", zh: "产品经理" },
  generalManager: { en: "General manager", zh: "总经理" },
};
