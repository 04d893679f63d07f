import { mergeThemeOverrides, type MantineThemeOverride } from "@mantine/core";
import { theme } from "./theme.ts";

/** The theme with the names that Mantine's own small buttons need in the reader's language. */
export const namedTheme = (close: string): MantineThemeOverride => {
  const closeButtonProps = { "aria-label": close };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { ...theme.components?.Modal?.defaultProps, closeButtonProps } },
      Notification: { defaultProps: { closeButtonProps } },
    },
  });
};
