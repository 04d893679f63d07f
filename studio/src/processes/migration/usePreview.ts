import { useRef, useState } from "react";
import { client } from "../../api/client.ts";
import { problemsOf } from "../../api/problemsOf.ts";
import type { ShownProblem } from "../../api/shapes.ts";
import type { InputOf, OutputOf } from "../../api/surface.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";

type Page = OutputOf<"migrations.preview">;
export type PreviewWish = Omit<InputOf<"migrations.preview">, "after" | "limit">;
export type JudgedCase = Page["cases"][number];
export type Verdict = JudgedCase["verdict"];

/** What would come of the cases that have been looked at so far; `of` is how many there are in all. */
export interface Preview {
  readonly of: number;
  readonly done: number;
  readonly isWhole: boolean;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly cases: readonly JudgedCase[];
  readonly problems: readonly ShownProblem[];
}

/** So many are listed of each verdict; all are counted. */
const LISTED = 200;

const nothing: Preview = {
  of: 0,
  done: 0,
  isWhole: false,
  counts: { moves: 0, needsMapping: 0, waitsForEver: 0, repeatsEffect: 0, cannot: 0 },
  cases: [],
  problems: [],
};

const withPage = (before: Preview, page: Page): Preview => {
  const listed = new Map<Verdict, number>();
  const cases = [...before.cases, ...page.cases].filter(({ verdict }) => {
    listed.set(verdict, (listed.get(verdict) ?? 0) + 1);
    return (listed.get(verdict) ?? 0) <= LISTED;
  });
  const add = (verdict: Verdict): number => before.counts[verdict] + (page.counts[verdict] ?? 0);
  return {
    ...before,
    of: page.of,
    done: before.done + page.cases.length,
    isWhole: page.next === null,
    cases,
    counts: {
      moves: add("moves"),
      needsMapping: add("needsMapping"),
      waitsForEver: add("waitsForEver"),
      repeatsEffect: add("repeatsEffect"),
      cannot: add("cannot"),
    },
  };
};

/** Looks at every case page by page, telling how far it is; asking anew, or `clear`, gives up what is under way. */
export const usePreview = () => {
  const { language } = useLanguage();
  const [preview, setPreview] = useState<Preview | null>(null);
  const asking = useRef<AbortController | null>(null);
  const clear = (): void => {
    asking.current?.abort();
    setPreview(null);
  };
  const look = async (wish: PreviewWish): Promise<void> => {
    clear();
    const { signal } = (asking.current = new AbortController());
    let so: Preview = nothing;
    setPreview(so);
    try {
      for (let after: string | undefined; !so.isWhole && !signal.aborted;) {
        const input = { ...wish, ...(after === undefined ? {} : { after }) };
        const page = (await client.mutation("migrations.preview", input, { signal })) as Page;
        so = withPage(so, page);
        after = page.next ?? undefined;
        if (!signal.aborted) setPreview(so);
      }
    } catch (error) {
      if (!signal.aborted) setPreview({ ...so, isWhole: true, problems: problemsOf(error, language) });
    }
  };
  return { preview, look, clear };
};
