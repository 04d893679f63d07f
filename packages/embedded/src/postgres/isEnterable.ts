import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Tells whether any user may enter that folder: it and all above it, as far as they exist. */
export const isEnterable = (folder: string): boolean => {
  const path = resolve(folder);
  const stat = statSync(path, { throwIfNoEntry: false });
  const isOpen = stat === undefined || (stat.mode & 0o001) !== 0;
  return isOpen && (dirname(path) === path || isEnterable(dirname(path)));
};
