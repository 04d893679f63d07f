import type { OutputOf } from "../../api/surface.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";

export type WhatIf = NonNullable<OutputOf<"whatIf.newest">>;
export type WhatIfCase = OutputOf<"whatIf.cases">["items"][number];
export type WhatIfWay = NonNullable<WhatIfCase["ways"]>["was"];

const LOOK_EVERY_MS = 700;

/** The what-if of a process that was begun last, looked at again and again while it runs. */
export const useWhatIf = (key: string) => {
  const query = useQueryOf("whatIf.newest", { key }, { keepPrevious: true });
  const isRunning = query.data?.status === "running";
  useQueryOf("whatIf.newest", { key }, { refetchEveryMs: isRunning ? LOOK_EVERY_MS : false });
  return { ...query, isRunning };
};
