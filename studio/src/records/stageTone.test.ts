import { aProcess } from "@sluice/process/drafts";
import { describe, expect, it } from "vitest";
import { stageTone } from "./stageTone.ts";

const life = aProcess({
  kind: "lifeCycle",
  stages: {
    begun: {},
    sent: {},
    accepted: { final: "won" },
    delivered: { final: "done" },
    declined: { final: "lost" },
    annulled: { final: "void" },
  },
  wires: [["start", "begun"]],
});

describe("a stage beside others", () => {
  it.each([
    { stage: "begun", tone: "plain" },
    { stage: "sent", tone: "accent" },
    { stage: "accepted", tone: "ok" },
    { stage: "delivered", tone: "ok" },
    { stage: "declined", tone: "error" },
    { stage: "annulled", tone: "plain" },
    { stage: "gone since", tone: "accent" },
  ])("$stage is $tone", ({ stage, tone }) => {
    expect(stageTone(life, stage)).toBe(tone);
  });

  it("is one like the others as long as its life cycle is not known", () => {
    expect(stageTone(undefined, "accepted")).toBe("accent");
  });
});
