/** Settings as text that any XML file can hold, whatever characters are in them. */
export const settingsText = (settings: object): string =>
  JSON.stringify(settings).replaceAll(
    /[\u007F-\u009F\uFFFE\uFFFF]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
