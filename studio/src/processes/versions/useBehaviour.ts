import type { Behaviour, ProcessDefinition } from "@sluice/process";
import { useQuery } from "@tanstack/react-query";
import { compareBehaviour } from "../../api/compareBehaviour.ts";

interface Compared {
  readonly behaviour: Behaviour | null;
  readonly isLooking: boolean;
  readonly hasFailed: boolean;
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
    hasFailed: query.isError && !query.isFetching,
    retry: () => void query.refetch(),
  };
};
