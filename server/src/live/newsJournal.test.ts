import { describe, expect, it } from "vitest";
import { newsJournal } from "./newsJournal.ts";

const news = (count: number) =>
  Array.from({ length: count }, (_each, index) => ({ type: "quote", id: `q${index}`, version: 1 }));
const placesOf = (entries: readonly { place: number }[] | null) => entries?.map((entry) => entry.place) ?? null;

describe("newsJournal", () => {
  it("tells what came after, with overlap", () => {
    const journal = newsJournal("b1");
    journal.append(news(10));
    expect(placesOf(journal.since("b1-8"))).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });

  it("tells the overlap to a client that missed nothing", () => {
    const journal = newsJournal("b1");
    journal.append(news(3));
    expect(placesOf(journal.since("b1-3"))).toEqual([1, 2, 3]);
  });

  it.each([
    { name: "another boot", id: "b0-3" },
    { name: "a place from the future", id: "b1-99" },
    { name: "no place at all", id: "b1-x" },
    { name: "an empty id", id: "" },
  ])("does not know $name", ({ id }) => {
    const journal = newsJournal("b1");
    journal.append(news(10));
    expect(journal.since(id)).toBeNull();
  });

  it("does not know a place it has forgotten, and knows the first it has kept", () => {
    const journal = newsJournal("b1", 10);
    journal.append(news(21));
    expect(journal.since("b1-10")).toBeNull();
    expect(placesOf(journal.since("b1-11"))).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
  });
});
