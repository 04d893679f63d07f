import {
  ActionIcon,
  Button,
  createTheme,
  Input,
  Menu,
  Modal,
  MultiSelect,
  Select,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import type { MouseEvent } from "react";

const sluice: MantineColorsTuple = [
  "#eeeefc",
  "#dcdcf8",
  "#b9b8f2",
  "#9695ec",
  "#7b7bea",
  "#6867df",
  "#5b5bd6",
  "#5351c9",
  "#4846b9",
  "#3a3897",
];

const red: MantineColorsTuple = [
  "#fdecec",
  "#fad7d8",
  "#f4b0b3",
  "#ec868a",
  "#e2656a",
  "#d94e54",
  "#d03d45",
  "#c8303b",
  "#b3242f",
  "#931c26",
];

/** Mantine's own greys in the dark theme, from text to ground, in the hue of our tokens: menus, notices, what is pressed. */
const dark: MantineColorsTuple = [
  "#ededf0",
  "#c4c5cd",
  "#a9aab4",
  "#92939e",
  "#43444c",
  "#2f3036",
  "#222226",
  "#18181b",
  "#131316",
  "#0e0e10",
];

const listHeight = { maxHeight: 220, overflowY: "auto" as const };

/** What is chosen already gives way to what is typed to find another: a click takes all of it, as the Tab key does. */
const chooseWhole = ({ currentTarget }: MouseEvent<HTMLInputElement>): void => {
  if (!currentTarget.readOnly) currentTarget.select();
};

/** Mantine in the clothes of our tokens: small controls, 13 px, the accent of the pictures. */
export const theme = createTheme({
  colors: { sluice, red, dark },
  primaryColor: "sluice",
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  headings: { fontFamily: "var(--font)", fontWeight: "600" },
  fontSizes: { xs: "13px", sm: "13px", md: "14px", lg: "15px", xl: "17px" },
  lineHeights: { xs: "18px", sm: "18px", md: "20px", lg: "22px", xl: "24px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "10px", xl: "12px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "20px", xl: "24px" },
  defaultRadius: "sm",
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Button: Button.extend({
      defaultProps: { size: "xs" },
      styles: { root: { height: 28, fontWeight: 500, paddingInline: 10 } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray", size: 28 } }),
    Input: Input.extend({ defaultProps: { size: "xs" } }),
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { size: "xs" },
      styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 } },
    }),
    TextInput: { defaultProps: { size: "xs" } },
    Textarea: { defaultProps: { size: "xs" } },
    PasswordInput: { defaultProps: { size: "xs" } },
    NumberInput: { defaultProps: { size: "xs" } },
    DateInput: { defaultProps: { size: "xs" } },
    Switch: { defaultProps: { size: "xs" } },
    Checkbox: { defaultProps: { size: "xs", radius: "xs" } },
    SegmentedControl: { defaultProps: { size: "xs" } },
    // The list itself scrolls: what scrolls is then the list that the field owns, not something within that no key reaches.
    Select: Select.extend({
      defaultProps: { size: "xs", comboboxProps: { shadow: "md" }, onClick: chooseWhole, withScrollArea: false },
      styles: { options: listHeight },
    }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { size: "xs", withScrollArea: false },
      styles: { options: listHeight },
    }),
    // The placeholder that would take the first focus is no item, and a menu may hold nothing else.
    Menu: Menu.extend({ defaultProps: { shadow: "md", position: "bottom-end", withInitialFocusPlaceholder: false } }),
    Table: { defaultProps: { highlightOnHoverColor: "var(--bg-hover)" } },
    Modal: Modal.extend({
      defaultProps: { radius: "lg", centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: 15, fontWeight: 600 } },
    }),
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true } },
  },
});

const shared = {
  "--mantine-color-body": "var(--bg-panel)",
  "--mantine-color-text": "var(--tx-1)",
  "--mantine-color-dimmed": "var(--tx-2)",
  "--mantine-color-placeholder": "var(--tx-3)",
  "--mantine-color-anchor": "var(--accent-tx)",
  "--mantine-color-default": "var(--bg-panel)",
  "--mantine-color-default-color": "var(--tx-1)",
  "--mantine-color-default-hover": "var(--bg-hover)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-error": "var(--err)",
  "--mantine-color-gray-light-color": "var(--tx-2)",
  "--mantine-color-gray-light-hover": "var(--bg-hover)",
  "--mantine-color-sluice-light": "var(--accent-soft)",
  "--mantine-color-sluice-light-color": "var(--accent-tx)",
  "--mantine-color-red-light": "var(--err-soft)",
  "--mantine-color-red-light-color": "var(--err)",
  "--mantine-shadow-md": "var(--shadow-3)",
  "--input-height-xs": "30px",
};

/** Points Mantine's own variables at our tokens, so that both themes have one source. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
