import { legalText } from "./xmlNode.ts";

/** The one name that a BPMN element can show: the English one where there is one. Both stand in the settings. */
export const shownName = ({ en, zh }: { readonly en: string; readonly zh: string }): string =>
  legalText(en.trim() || zh.trim());
