/** `npm run new:node <kind>`: writes a node kind with all its parts: schema, behaviour, checks, canvas face, words, test, glossary. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./house/root.ts";
import { say } from "./house/say.ts";
import { kindNames } from "./nodeKind/kindNames.ts";
import { writeNodeKind } from "./nodeKind/writeNodeKind.ts";

try {
  const [kind = "", en, zh] = process.argv.slice(2);
  const names = kindNames(kind, en, zh);
  const written = writeNodeKind(root, names);
  execFileSync(join(root, "node_modules/.bin/oxfmt"), written, { cwd: root });
  for (const path of written) say(path);
  say(`It goes on at once, and is called “${names.en}” and “${names.zh}”: give it what it is for, then npm run check.`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stderr.write(`npm run new:node <kind> ["<English name>" <中文名>]\n`);
  process.exit(1);
}
