import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue } from "@sluice/problems";

const section = ([code, { status, en, zh }]: [string, { status: number; en: string; zh: string }]): string =>
  `## ${code}\n\nStatus ${status}\n\n- ${en}\n- ${zh}\n`;

/** The page that lists every code a person can be refused with, from the catalogue. */
export const problemsPage = (): string =>
  `# Problems\n\nEvery code that a person, a script or another system can be refused with. Codes are permanent. Written by \`npm run problems\` from \`packages/problems/src/catalogue.ts\`.\n\n${Object.entries(catalogue).map(section).join("\n")}`;

/** Where the page stands. */
export const problemsPagePath = fileURLToPath(new URL("../docs/problems.md", import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(problemsPagePath, problemsPage());
