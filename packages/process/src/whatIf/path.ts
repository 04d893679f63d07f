import type { Write } from "../kernel/write.ts";
import type { Walk, WalkedStep } from "./refold.ts";

/** One thing of a case's way that people would tell: a stage or step it came to, a verdict, what went wrong, its end. */
export interface PathEntry {
  readonly at: string;
  readonly kind: "stage" | "step" | "verdict" | "incident" | "end";
  /** The stage or step; null for the end. */
  readonly node: string | null;
  readonly result: string | null;
  readonly by: string | null;
  readonly isDrawn: boolean;
}

const entryOf = (write: Write): Pick<PathEntry, "kind" | "node" | "result" | "by"> | null => {
  switch (write.write) {
    case "enterStage":
      return { kind: "stage", node: write.stage, result: null, by: null };
    case "openStay":
      return write.inStage === undefined ? { kind: "step", node: write.node, result: null, by: null } : null;
    case "decision":
      return write.verdict === "comment"
        ? null
        : { kind: "verdict", node: write.node, result: write.verdict, by: write.by };
    case "raiseIncident":
    case "overcomeIncident":
      return { kind: "incident", node: write.node, result: write.code, by: null };
    case "endCase":
      return { kind: "end", node: null, result: write.outcome, by: null };
    default:
      return null;
  }
};

const entriesOf = ({ event, answer, isDrawn }: WalkedStep): readonly PathEntry[] =>
  answer.writes.flatMap((write) => {
    const entry = entryOf(write);
    return entry === null ? [] : [{ ...entry, at: event.at, isDrawn }];
  });

/** What people would tell of a case's way, in its order and up to its end. */
export const pathOf = ({ steps }: Pick<Walk, "steps">): readonly PathEntry[] => {
  const path = steps.flatMap(entriesOf);
  const end = path.findIndex(({ kind }) => kind === "end");
  return end === -1 ? path : path.slice(0, end + 1);
};

/** What makes two entries the same, whenever they came and whoever did it. */
export const signOf = ({ kind, node, result }: PathEntry): string => `${kind}:${node ?? ""}:${result ?? ""}`;
