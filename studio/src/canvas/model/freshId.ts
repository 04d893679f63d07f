/** The first of `stem`, `stem2`, `stem3`… that is not taken; takes it. Same definition, same ids. */
export const freshId = (taken: Set<string>, stem: string): string => {
  let id = stem;
  for (let count = 2; taken.has(id); count += 1) id = `${stem}${count}`;
  taken.add(id);
  return id;
};
