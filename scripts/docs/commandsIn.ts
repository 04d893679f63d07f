/** A command that a document tells its reader to run. */
export interface DocumentedCommand {
  readonly document: string;
  readonly line: number;
  readonly text: string;
}

/** The documents whose commands a reader may type as they stand. */
export const DOCUMENTS = [
  "README.md",
  "docs/guides/operations.md",
  "docs/guides/backup-and-restore.md",
  "docs/guides/upgrade.md",
  "docs/guides/production.md",
] as const;

/** Answers the lines of every `sh` block of a document, in their order; comments are lines too, empty ones are not. */
export const commandsIn = (document: string, text: string, language = "sh"): DocumentedCommand[] => {
  const commands: DocumentedCommand[] = [];
  let isInside = false;
  for (const [index, line] of text.split("\n").entries()) {
    const fence = line.trim();
    if (fence.startsWith("```")) isInside = !isInside && fence === `\`\`\`${language}`;
    else if (isInside && fence !== "") commands.push({ document, line: index + 1, text: fence });
  }
  return commands;
};

/** Answers the names of the scripts that a text tells to run: `npm start`, `npm test`, `npm run …`. */
export const scriptsNamedIn = (text: string): string[] =>
  [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2] ?? "");
