/** Tells the person at the terminal one line about what is going on. */
export type Say = (line: string) => void;
