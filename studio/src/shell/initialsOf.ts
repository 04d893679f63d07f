const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character);

/** Two letters for a person: first and last initial, or the given name's first character of a Chinese name. */
export const initialsOf = (name: string): string => {
  const han = Array.from(name).filter(isHan);
  if (han.length > 0) return han[han.length > 1 ? 1 : 0] ?? "";
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
};
