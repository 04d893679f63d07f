/** A key that a label in English suggests: `Visit rhythm` → `c_visitRhythm`; empty where it has no letters. Pure. */
export const keyFrom = (label: string): string => {
  const words = label
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9 ]/gu, "")
    .split(" ")
    .filter((word) => word !== "");
  const camel = words.map((word, index) =>
    index === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`,
  );
  const key = camel.join("").replace(/^[^a-z]+/u, "");
  return key === "" ? "" : `c_${key.slice(0, 39)}`;
};
