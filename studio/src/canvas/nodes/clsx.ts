/** The class names that apply, joined. */
export const clsx = (...names: readonly (string | false | undefined | null)[]): string =>
  names.filter(Boolean).join(" ");
