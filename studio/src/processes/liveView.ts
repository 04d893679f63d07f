import { useState } from "react";
import type { InputOf } from "../api/surface.ts";
import { useQueryOf } from "../api/useQueryOf.ts";

export type LiveFilter = NonNullable<InputOf<"processes.live">["filter"]>;
export type LiveSpan = "now" | "yesterday" | "month";

/** Which cases the live view looks at, and as of when. */
export interface LiveView {
  readonly filter: LiveFilter;
  readonly span: LiveSpan;
  /** The instant that is looked at; null is now. */
  readonly at: string | null;
  /** The instants that can be looked at, each with how many cases ran then. */
  readonly instants: readonly { readonly at: string; readonly running: number }[];
  readonly isFiltered: boolean;
  readonly setFilter: (filter: LiveFilter) => void;
  readonly setSpan: (span: LiveSpan) => void;
  readonly setPlace: (place: number) => void;
  readonly place: number;
}

/** What `processes.live` and its kin are asked with. */
export const liveInput = (key: string, { filter, at }: Pick<LiveView, "filter" | "at">) => ({
  key,
  filter,
  ...(at === null ? {} : { at }),
});

/** The live view of a process as its reader sets it: now and all cases, until they say otherwise. */
export const useLiveView = (key: string): LiveView => {
  const [filter, setFilter] = useState<LiveFilter>({});
  const [span, setSpan] = useState<LiveSpan>("now");
  const [chosen, setPlace] = useState<number | null>(null);
  const past = useQueryOf(
    "processes.livePast",
    { key, span: span === "now" ? "month" : span, filter },
    { enabled: span !== "now", keepPrevious: true },
  );
  const instants = span === "now" ? [] : (past.data ?? []);
  const place = Math.min(chosen ?? instants.length - 1, instants.length - 1);
  return {
    filter,
    span,
    at: span === "now" ? null : (instants[place]?.at ?? null),
    instants,
    isFiltered: Object.keys(filter).length > 0,
    setFilter,
    setSpan: (next) => {
      setSpan(next);
      setPlace(null);
    },
    setPlace,
    place,
  };
};
