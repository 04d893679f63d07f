/** The list with one line a place further up, everything else in its order; the first line, and what is no line, stay where they are. */
export const earlier = <T>(list: readonly T[], at: number): T[] => {
  const line = list[at];
  const above = list[at - 1];
  if (line === undefined || above === undefined) return [...list];
  return list.map((each, index) => (index === at ? above : index === at - 1 ? line : each));
};
