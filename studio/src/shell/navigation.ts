import { IconInbox, IconMailForward, IconRoute } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { iconOf } from "./iconOf.ts";

export interface NavigationEntry {
  readonly to: string;
  readonly text:
    | "inbox"
    | "customers"
    | "contacts"
    | "products"
    | "priceBooks"
    | "costSheets"
    | "quotes"
    | "orders"
    | "territories"
    | "processes"
    | "outbox";
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly group: "workspace" | "studio";
  readonly onlyFor?: "canDesign" | "canAdmin";
}

/** The places of the app, in the order of the navigation. */
export const navigation: readonly NavigationEntry[] = [
  { to: "/inbox", text: "inbox", icon: IconInbox, group: "workspace" },
  { to: "/customers", text: "customers", icon: iconOf("customer"), group: "workspace" },
  { to: "/contacts", text: "contacts", icon: iconOf("contact"), group: "workspace" },
  { to: "/products", text: "products", icon: iconOf("product"), group: "workspace" },
  { to: "/price-books", text: "priceBooks", icon: iconOf("priceBook"), group: "workspace" },
  { to: "/cost-sheets", text: "costSheets", icon: iconOf("costSheet"), group: "workspace" },
  { to: "/quotes", text: "quotes", icon: iconOf("quote"), group: "workspace" },
  { to: "/orders", text: "orders", icon: iconOf("order"), group: "workspace" },
  { to: "/territories", text: "territories", icon: iconOf("territory"), group: "studio", onlyFor: "canAdmin" },
  { to: "/studio/processes", text: "processes", icon: IconRoute, group: "studio" },
  { to: "/outbox", text: "outbox", icon: IconMailForward, group: "studio", onlyFor: "canAdmin" },
];

/** The places this person may go to. */
export const navigationFor = (person: {
  readonly canDesign: boolean;
  readonly canAdmin: boolean;
}): readonly NavigationEntry[] => navigation.filter((entry) => entry.onlyFor === undefined || person[entry.onlyFor]);
