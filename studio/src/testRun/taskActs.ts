import type { PlayedMoment, StoryEvent } from "@sluice/process";

type Task = PlayedMoment["tasks"][number];
type Act = (StoryEvent & { do: "act" })["act"];

/** What one may do at a piece of open work, in the order of its buttons. */
export const taskActs = (
  { kind, outcomes, people }: Pick<Task, "kind" | "outcomes" | "people">,
  acting: string,
  initiatorId: string | null,
): readonly Act[] => {
  const isTheirs = people.includes(acting);
  const withdraws: readonly Act[] = kind === "approval" && acting === initiatorId ? [{ do: "withdraw" }] : [];
  if (!isTheirs) return withdraws;
  const claims: readonly Act[] = people.length > 1 && kind === "task" ? [{ do: "claim" }] : [];
  switch (kind) {
    case "approval":
      return [{ do: "approve" }, { do: "reject" }, { do: "sendBack" }, ...withdraws];
    case "task":
      return [
        ...(outcomes.length === 0
          ? [{ do: "complete", outcome: "done" } as const]
          : outcomes.map(({ key }) => ({ do: "complete", outcome: key }) as const)),
        ...claims,
      ];
    case "revise":
      return [{ do: "complete", outcome: "resubmit" }];
    case "copy":
    case "consult":
      return [];
  }
};
