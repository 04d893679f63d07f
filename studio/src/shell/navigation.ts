import { IconForms, IconInbox, IconMailForward, IconRoute } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { mayEver } from "../signIn/mayEver.ts";
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
    | "fields"
    | "outbox";
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly group: "workspace" | "studio";
  readonly onlyFor?: "canDesign" | "canAdmin";
  /** The record type that it lists. */
  readonly of?: string;
}

/** The places of the app, in the order of the navigation. */
export const navigation: readonly NavigationEntry[] = [
  { to: "/inbox", text: "inbox", icon: IconInbox, group: "workspace" },
  { to: "/customers", text: "customers", icon: iconOf("customer"), group: "workspace", of: "customer" },
  { to: "/contacts", text: "contacts", icon: iconOf("contact"), group: "workspace", of: "contact" },
  { to: "/products", text: "products", icon: iconOf("product"), group: "workspace", of: "product" },
  { to: "/price-books", text: "priceBooks", icon: iconOf("priceBook"), group: "workspace", of: "priceBook" },
  { to: "/cost-sheets", text: "costSheets", icon: iconOf("costSheet"), group: "workspace", of: "costSheet" },
  { to: "/quotes", text: "quotes", icon: iconOf("quote"), group: "workspace", of: "quote" },
  { to: "/orders", text: "orders", icon: iconOf("order"), group: "workspace", of: "order" },
  {
    to: "/territories",
    text: "territories",
    icon: iconOf("territory"),
    group: "studio",
    onlyFor: "canAdmin",
    of: "territory",
  },
  { to: "/studio/processes", text: "processes", icon: IconRoute, group: "studio" },
  { to: "/studio/fields", text: "fields", icon: IconForms, group: "studio", onlyFor: "canAdmin" },
  { to: "/outbox", text: "outbox", icon: IconMailForward, group: "studio", onlyFor: "canAdmin" },
];

/** The places this person may go to: no list of what their roles never let them read. */
export const navigationFor = (person: {
  readonly person: { readonly roles: readonly string[] };
  readonly canDesign: boolean;
  readonly canAdmin: boolean;
}): readonly NavigationEntry[] =>
  navigation.filter(
    ({ onlyFor, of }) =>
      (onlyFor === undefined || person[onlyFor]) && (of === undefined || mayEver(person.person.roles, "read", of)),
  );
