import { useMemo, useState } from "react";
import { useSayings } from "../sayings/useSayings.ts";
import { kindGroups } from "./kinds.ts";

/** The groups with the kinds whose name or description holds the words; empty groups fall away. */
export const useKindSearch = (without: readonly string[] = []) => {
  const { say } = useSayings();
  const [words, setWords] = useState("");
  const groups = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    return kindGroups
      .map(({ key, kinds }) => ({
        key,
        kinds: kinds
          .map((kind) => ({ kind, name: say(`kind.${kind}.name`), about: say(`kind.${kind}.about`) }))
          .filter(
            ({ kind, name, about }) =>
              !without.includes(kind) && `${name} ${about} ${kind}`.toLowerCase().includes(wanted),
          ),
      }))
      .filter(({ kinds }) => kinds.length > 0);
  }, [words, say, without]);
  return { words, setWords, groups };
};
