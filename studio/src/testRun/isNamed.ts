import type { LocalText } from "@sluice/problems";

/** Whether a name stands in both languages. */
export const isNamed = ({ en, zh }: LocalText): boolean => en.trim() !== "" && zh.trim() !== "";
