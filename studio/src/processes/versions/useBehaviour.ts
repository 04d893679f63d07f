import type { Behaviour, ProcessDefinition } from "@sluice/process";
import { useQuery } from "@tanstack/react-query";
import { compareBehaviour } from "../../api/compareBehaviour.ts";
import { isBusy, isRefused } from "../../api/problemsOf.ts";

interface Compared {
  readonly behaviour: Behaviour | null;
  readonly isLooking: boolean;
  /** `errors`: one of the two cannot be played as it is; asking again would not help. */
  readonly failure: "errors" | "lost" | null;
  readonly retry: () => void;
}

/** What goes another way between two definitions; asked once for the same two, and given up when they are not looked at any more. */
export const useBehaviour = (before: ProcessDefinition, after: ProcessDefinition): Compared => {
  const query = useQuery({
    queryKey: ["processes.behaviour", before, after],
    queryFn: ({ signal }) => compareBehaviour(before, after, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return {
    behaviour: query.data ?? null,
    isLooking: query.isFetching,
    failure:
      !query.isError || query.isFetching ? null : isRefused(query.error) && !isBusy(query.error) ? "errors" : "lost",
    retry: () => void query.refetch(),
  };
};
