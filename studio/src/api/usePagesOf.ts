import { useInfiniteQuery } from "@tanstack/react-query";
import { client } from "./client.ts";
import type { InputOf, OutputOf, QueryPath } from "./surface.ts";

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}
type PagedPath = {
  [Path in QueryPath]: OutputOf<Path> extends { items: unknown[]; nextCursor: string | null } ? Path : never;
}[QueryPath];
type ItemOf<Path extends PagedPath> = OutputOf<Path> extends { items: (infer Item)[] } ? Item : never;

/** Asks for a list page by page. `items` is everything fetched so far, in order. */
export const usePagesOf = <Path extends PagedPath>(
  path: Path,
  input: Omit<NonNullable<InputOf<Path>>, "cursor">,
  enabled = true,
) => {
  const pages = useInfiniteQuery({
    queryKey: [path, input, "pages"],
    queryFn: async ({ pageParam, signal }) =>
      (await client.query(path, { ...input, cursor: pageParam }, { signal })) as PageOf<ItemOf<Path>>,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    enabled,
    placeholderData: (previous) => previous,
  });
  const items: readonly ItemOf<Path>[] = pages.data?.pages.flatMap((page) => [...page.items]) ?? [];
  return { ...pages, items };
};
