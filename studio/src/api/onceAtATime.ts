/** Does a thing unless the same is under way already: then null, at once. The second press of a button asks for nothing new. */
export const onceAtATime = async <Outcome>(
  underWay: Set<string>,
  what: string,
  act: () => Promise<Outcome>,
): Promise<Outcome | null> => {
  if (underWay.has(what)) return null;
  underWay.add(what);
  try {
    return await act();
  } finally {
    underWay.delete(what);
  }
};
