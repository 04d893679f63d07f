import { useMemo, useState } from "react";
import { useSayings } from "../sayings/useSayings.ts";
import { offersIn } from "./offersIn.ts";

/** The palette narrowed by what is typed into its search. */
export const useKindSearch = (without: readonly string[] = []) => {
  const sayings = useSayings();
  const [words, setWords] = useState("");
  const groups = useMemo(() => offersIn(sayings, words, without), [sayings, words, without]);
  return { words, setWords, groups };
};
