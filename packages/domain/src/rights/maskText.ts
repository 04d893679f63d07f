/**
 * Shows enough of a value to recognise it and too little to use it: `13812345678` → `138****5678`, `ann@x.cn` → `a***@x.cn`.
 *
 * At least four characters are hidden; a text of fewer than eight is hidden whole, and so is all but one letter before an `@`.
 */
export const maskText = (value: string): string => {
  const at = value.lastIndexOf("@");
  if (at > 0) return `${Array.from(value)[0] ?? ""}***${value.slice(at)}`;
  const characters = Array.from(value);
  if (characters.length < 8) return "*".repeat(Math.max(3, characters.length));
  const [head, tail] = characters.length < 11 ? [2, 2] : [3, 4];
  return `${characters.slice(0, head).join("")}****${characters.slice(characters.length - tail).join("")}`;
};
