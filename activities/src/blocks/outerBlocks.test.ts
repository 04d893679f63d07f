import { blocks } from "@sluice/process";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { outerBlocks } from "./outerBlocks.ts";

describe("outerBlocks", () => {
  it("has a hand for every outer block that is declared, and for nothing else", () => {
    const declared = Object.values(blocks)
      .filter(({ place }) => place === "outer")
      .map(({ key }) => key);
    const settings = {
      filesDir: "files",
      mail: { smtpUrl: null, from: "a@b.example" },
      webhookSecrets: { out: "s", in: "s" },
      webhookAllowPrivate: false,
    };

    expect(Object.keys(outerBlocks(new pg.Pool(), settings)).toSorted()).toEqual(declared.toSorted());
  });
});
