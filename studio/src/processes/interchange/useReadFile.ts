import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemsOf } from "../../api/problemsOf.ts";
import type { ShownProblem } from "../../api/shapes.ts";
import type { OutputOf } from "../../api/surface.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { decodedFile } from "./decodedFile.ts";

type Answer = Pick<OutputOf<"processes.readFile">, "problems">;

/** A file that was chosen: on its way, read, or refused with every reason. */
export interface Reading<Read> {
  readonly name: string;
  readonly isReading: boolean;
  readonly read: Read | null;
  readonly problems: readonly ShownProblem[];
}

const told = (code: string, message: string): ShownProblem => ({ code, message, values: {}, whoCanClear: [] });

/** Reads the file that somebody chose by asking the server what it would become; choosing another gives the one before up. */
export const useReadFile = <Read extends Answer>(ask: (text: string, signal: AbortSignal) => Promise<Read>) => {
  const { t } = useTranslation("interchange");
  const { local, language } = useLanguage();
  const [reading, setReading] = useState<Reading<Read> | null>(null);
  const asking = useRef<AbortController | null>(null);
  const choose = async (file: File | null): Promise<void> => {
    if (file === null) return;
    asking.current?.abort();
    const { signal } = (asking.current = new AbortController());
    const settle = (read: Read | null, problems: readonly ShownProblem[]) => {
      if (!signal.aborted) setReading({ name: file.name, isReading: false, read, problems });
    };
    setReading({ name: file.name, isReading: true, read: null, problems: [] });
    const decoded = decodedFile(new Uint8Array(await file.arrayBuffer()));
    if ("refused" in decoded)
      return settle(null, [
        decoded.refused === "tooLarge"
          ? told("FILE_TOO_LARGE", t("tooLarge"))
          : told("FILE_ENCODING", t("encoding", { encoding: decoded.encoding })),
      ]);
    try {
      const read = await ask(decoded.text, signal);
      const problems = read.problems.map(({ code, message }) => told(code, local(message)));
      settle(problems.length === 0 ? read : null, problems);
    } catch (error) {
      const problems = problemsOf(error, language);
      settle(null, problems.length > 0 ? problems : [told("OUTCOME_UNKNOWN", t("lost"))]);
    }
  };
  return { reading, choose };
};
