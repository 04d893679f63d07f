import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandsIn, DOCUMENTS, scriptsNamedIn } from "../../scripts/docs/commandsIn.ts";
import { root } from "./sourceFiles.ts";

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
const everyDocument = ["README.md", "REVIEW.md", ...["docs", "docs/adr", "docs/guides"].flatMap(inFolder)];

describe("the documents", () => {
  it("are tried by `npm run soak -- docs`, every one that tells to run scripts of ours", () => {
    const giving = everyDocument.filter((document) =>
      commandsIn(document, read(document)).some(({ text }) => text.startsWith("npm ")),
    );
    expect([...DOCUMENTS].toSorted()).toEqual(giving.toSorted());
  });

  it.each(everyDocument)("name only commands that exist: %s", (document) => {
    expect(scriptsNamedIn(read(document)).filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each([...DOCUMENTS])("give only commands that can be typed as they stand: %s", (document) => {
    const commands = commandsIn(document, read(document)).map(({ text }) => text);
    expect(commands.length).toBeGreaterThan(0);
    expect(
      commands.filter((text) => !/^(npm (start|test|run [\w:-]+)|git pull$|# )/.test(text) || /[<>…]/.test(text)),
    ).toEqual([]);
  });

  it.each(everyDocument)("link and show only what is there: %s", (document) => {
    const links = [...read(document).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
  });
});

describe("the commands of a document", () => {
  it("are the lines of its sh blocks, wherever these stand", () => {
    const text =
      "Text `npm start`\n```sh\nnpm start\n\n# Ctrl-C\n```\n```ini\nA=1\n```\n- item\n  ```sh\n  npm test\n  ```\n";

    expect(commandsIn("a.md", text).map(({ line, text: command }) => `${line} ${command}`)).toEqual([
      "3 npm start",
      "5 # Ctrl-C",
      "12 npm test",
    ]);
    expect(commandsIn("a.md", text, "ini").map((command) => command.text)).toEqual(["A=1"]);
  });

  it("name their scripts", () => {
    expect(scriptsNamedIn("`npm start`, `npm run new:node x`, npm test -- unit, npm starts")).toEqual([
      "start",
      "new:node",
      "test",
    ]);
  });
});
