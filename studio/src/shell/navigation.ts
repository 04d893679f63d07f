import {
  IconAddressBook,
  IconBox,
  IconCalculator,
  IconFileText,
  IconInbox,
  IconMailForward,
  IconRoute,
  IconTruckDelivery,
  IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";

export interface NavigationEntry {
  readonly to: string;
  readonly text:
    | "inbox"
    | "customers"
    | "contacts"
    | "products"
    | "costSheets"
    | "quotes"
    | "orders"
    | "processes"
    | "outbox";
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly group: "workspace" | "studio";
  readonly onlyFor?: "canDesign" | "canAdmin";
}

/** The places of the app, in the order of the navigation. */
export const navigation: readonly NavigationEntry[] = [
  { to: "/inbox", text: "inbox", icon: IconInbox, group: "workspace" },
  { to: "/customers", text: "customers", icon: IconUsers, group: "workspace" },
  { to: "/contacts", text: "contacts", icon: IconAddressBook, group: "workspace" },
  { to: "/products", text: "products", icon: IconBox, group: "workspace" },
  { to: "/cost-sheets", text: "costSheets", icon: IconCalculator, group: "workspace" },
  { to: "/quotes", text: "quotes", icon: IconFileText, group: "workspace" },
  { to: "/orders", text: "orders", icon: IconTruckDelivery, group: "workspace" },
  { to: "/studio/processes", text: "processes", icon: IconRoute, group: "studio" },
  { to: "/outbox", text: "outbox", icon: IconMailForward, group: "studio", onlyFor: "canAdmin" },
];

/** The places this person may go to. */
export const navigationFor = (person: {
  readonly canDesign: boolean;
  readonly canAdmin: boolean;
}): readonly NavigationEntry[] => navigation.filter((entry) => entry.onlyFor === undefined || person[entry.onlyFor]);
