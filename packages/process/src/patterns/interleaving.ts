import { finish } from "../simulate/aCase.ts";
import { join, work, type Pattern } from "../simulate/aPattern.ts";
import { taskOf, type ProcessDraft, type StepDraft } from "../simulate/aProcess.ts";

/** Pick before pack; the invoice at any time; one of them at a time. */
export const despatch = (invoice: StepDraft = taskOf("ann", "bob")): ProcessDraft =>
  work(
    {
      a: { kind: "parallel", run: "oneAtATime" },
      pick: taskOf("ann", "bob"),
      pack: taskOf("ann", "bob"),
      invoice,
      j: join,
      z: taskOf("cat"),
    },
    [
      ["a", "pick"],
      ["a", "invoice"],
      ["pick", "pack"],
      ["pack", "j"],
      ["invoice", "j"],
      ["j", "z"],
    ],
  );

/** What the catalogue asks for, played. */
export const interleaving: readonly Pattern[] = [
  {
    name: "WCP-17 interleaved parallel routing: all in turn, then on",
    draft: despatch(),
    play: (it) => ["pick", "invoice", "pack"].forEach((node) => finish(it, node)),
    open: ["z"],
  },
  {
    name: "WCP-17 interleaved parallel routing: not while another is worked on",
    draft: despatch(),
    play: (it) => (it.act("ann", "pick", { do: "claim" }), finish(it, "invoice")),
    open: ["pick", "invoice"],
  },
];
