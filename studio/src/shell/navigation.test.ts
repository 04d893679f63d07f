import { describe, expect, it } from "vitest";
import { navigationFor } from "./navigation.ts";

const placesOf = (role: string, canAdmin = false): readonly string[] =>
  navigationFor({ person: { roles: [role] }, canDesign: canAdmin, canAdmin }).map(({ to }) => to);

describe("navigationFor", () => {
  it.each([
    {
      name: "an admin to everything",
      role: "admin",
      canAdmin: true,
      goes: ["/customers", "/cost-sheets", "/outbox"],
      not: [],
    },
    { name: "a rep to customers, never to the outbox", role: "rep", goes: ["/customers", "/quotes"], not: ["/outbox"] },
    {
      name: "a product manager to products, never to customers",
      role: "productManager",
      goes: ["/products", "/price-books", "/quotes"],
      not: ["/customers", "/cost-sheets", "/orders"],
    },
    { name: "whoever has no role to their inbox alone", role: "none", goes: ["/inbox"], not: ["/quotes", "/products"] },
  ])("leads $name", ({ role, canAdmin = false, goes, not }) => {
    const places = placesOf(role, canAdmin);

    expect(goes.filter((place) => !places.includes(place))).toEqual([]);
    expect(not.filter((place) => places.includes(place))).toEqual([]);
  });
});
