import { mergeThemeOverrides, type MantineThemeOverride } from "@mantine/core";
import { theme } from "./theme.ts";

/** The theme with what Mantine itself says in the reader's language: its small buttons, and a list in which nothing is found. */
export const namedTheme = (close: string, nothingFound: string): MantineThemeOverride => {
  const closeButtonProps = { "aria-label": close };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps } },
      Select: { defaultProps: { ...theme.components?.Select?.defaultProps, nothingFoundMessage: nothingFound } },
      MultiSelect: {
        defaultProps: { ...theme.components?.MultiSelect?.defaultProps, nothingFoundMessage: nothingFound },
      },
      Notification: { defaultProps: { closeButtonProps } },
    },
  });
};
