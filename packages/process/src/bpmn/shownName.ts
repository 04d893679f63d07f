import { legalText } from "./xmlNode.ts";

const shown = (text: string): string => legalText(text).trim();

/** The one name that a BPMN element can show: the English one where there is one. Both stand in the settings. */
export const shownName = ({ en, zh }: { readonly en: string; readonly zh: string }): string => shown(en) || shown(zh);
