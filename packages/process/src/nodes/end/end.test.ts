import { describe, expect, it } from "vitest";
import { finish, openAt } from "../../simulate/aCase.ts";
import { taskOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

type End = Extract<StepDraft, { kind: "end" }>;

describe("an end", () => {
  it.each<{ name: string; end: End; status: string; outcome: string | null; open: string[] }>([
    { name: "ends its own path only", end: { kind: "end" }, status: "running", outcome: "done", open: ["b: bob"] },
    {
      name: "that terminates ends every path",
      end: { kind: "end", mode: "terminate", outcome: "stopped" },
      status: "ended",
      outcome: "stopped",
      open: [],
    },
    {
      name: "with an error ends every path as failed",
      end: { kind: "end", mode: "error" },
      status: "ended",
      outcome: "error",
      open: [],
    },
  ])("$name", ({ end, status, outcome, open }) => {
    const simulation = running({ p: { kind: "parallel" }, a: taskOf("ann"), b: taskOf("bob"), e: end }, [
      ["p", "a"],
      ["p", "b"],
      ["a", "e"],
    ]);

    finish(simulation, "a");

    expect([simulation.state.status, simulation.state.outcome, openAt(simulation)]).toEqual([status, outcome, open]);
  });
});
