import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { client } from "./client.ts";
import { queryKey } from "./queryKey.ts";
import type { InputOf, OutputOf, QueryPath } from "./surface.ts";

interface Settings {
  readonly enabled?: boolean;
  readonly keepPrevious?: boolean;
  readonly refetchEveryMs?: number | false;
  readonly staleMs?: number;
}

/** Asks the server, typed by path: `useQueryOf("quotes.get", { id })`. Fresh again whenever news of it arrives. */
export const useQueryOf = <Path extends QueryPath>(
  path: Path,
  input?: InputOf<Path>,
  settings: Settings = {},
): UseQueryResult<OutputOf<Path>> =>
  useQuery<OutputOf<Path>>({
    queryKey: queryKey(path, input),
    queryFn: async ({ signal }) => (await client.query(path, input, { signal })) as OutputOf<Path>,
    enabled: settings.enabled ?? true,
    ...(settings.keepPrevious ? { placeholderData: (previous: OutputOf<Path> | undefined) => previous } : {}),
    ...(settings.refetchEveryMs === undefined ? {} : { refetchInterval: settings.refetchEveryMs }),
    ...(settings.staleMs === undefined ? {} : { staleTime: settings.staleMs }),
  });
