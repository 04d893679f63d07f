import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { aProcess, taskOf, type StepDraft, type WireDraft } from "../simulate/aProcess.ts";

const kinds: Readonly<Record<string, StepDraft>> = {
  t: taskOf("ann"),
  p: { kind: "parallel" },
  j: { kind: "join" },
  f: { kind: "join", wait: { for: "first" } },
  n: { kind: "join", wait: { for: "count", count: 2, rest: "cancel" } },
  x: { kind: "branch" },
  e: { kind: "end" },
  E: { kind: "end", mode: "terminate" },
};

const stepOf = (id: string): StepDraft => {
  const kind = kinds[id[0] ?? ""];
  if (!kind) throw new Error(`no kind of step begins like ${id}`);
  return kind;
};

/** Says how each wire of a branch is taken: the last one by default, the others each by a condition that hangs on nothing else. */
const wiresOf = (pairs: readonly (readonly [string, string])[]): readonly WireDraft[] =>
  pairs.map(([from, target], index) => {
    const [to = "", on] = target.split("?");
    if (on !== undefined) return [from, to, `when ${on}`];
    if (from[0] !== "x") return [from, to];
    const isLast = pairs.findLastIndex((pair) => pair[0] === from) === index;
    return [from, to, isLast ? "default" : `when record.total * ${index + 2} > record.margin`];
  });

/**
 * A small net in few words: `p1>t1 p1>t2 t1>j1 t2>j1`. The first letter says what a step is: t task, p parallel split, j join of
 * all, n of two, f of the first, x exclusive branch, e end, E end of the whole case; `out` leaves the stage. The first step is
 * the entry, and the case ends when nothing is left to do.
 */
export const aNet = (text: string): ProcessDefinition => {
  const pairs = text.split(" ").flatMap((wire): readonly (readonly [string, string])[] => {
    const at = wire.indexOf(">");
    return at === -1 ? [] : [[wire.slice(0, at), wire.slice(at + 1)]];
  });
  const words = text.split(" ").flatMap((wire) => (wire.split("?")[0] ?? "").split(">"));
  const ids = [...new Set(words)].filter((id) => id !== "out");
  return aProcess({
    stages: {
      work: { entry: ids[0] ?? "", final: "done", steps: Object.fromEntries(ids.map((id) => [id, stepOf(id)])) },
      out: { final: "won" },
    },
    wires: [["start", "work"], ...wiresOf(pairs)],
  });
};
