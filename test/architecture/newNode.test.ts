import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { processEnvironment } from "@sluice/config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kindNames } from "../../scripts/nodeKind/kindNames.ts";
import { writeNodeKind } from "../../scripts/nodeKind/writeNodeKind.ts";
import { nodeParts } from "../../scripts/parts/nodeParts.ts";
import { missingParts } from "../../scripts/parts/part.ts";
import { sourceTree } from "../../scripts/parts/sourceTree.ts";
import { root } from "./sourceFiles.ts";

const COPIED = [
  ...["contracts", "domain", "problems", "process"].map((name) => `packages/${name}`),
  "studio/src",
  "studio/package.json",
  "studio/node_modules",
  "docs/glossary.md",
  "package.json",
  "tsconfig.base.json",
  ".oxfmtrc.json",
  ".oxlintrc.json",
];
const names = kindNames("goodsCheck", "Goods check", "货物检查");
let copy = "";
let written: string[] = [];

const run = (program: string, ...args: string[]): string => {
  try {
    const env = { ...processEnvironment(), NO_COLOR: "1", FORCE_COLOR: "0" };
    const options = { cwd: copy, env, encoding: "utf8", stdio: "pipe" } as const;
    return execFileSync(join(root, "node_modules/.bin", program), args, options);
  } catch (error) {
    if (error instanceof Error && "stdout" in error && "stderr" in error)
      throw new Error(`${program}:\n${String(error.stdout)}\n${String(error.stderr)}`, { cause: error });
    throw error;
  }
};

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "sluice-kind-")));
  for (const path of COPIED) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path), { recursive: true, verbatimSymlinks: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  written = writeNodeKind(copy, names);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("a new node kind", () => {
  it("has every part", () => {
    expect(missingParts(nodeParts(names.kind), sourceTree(root)).length).toBe(nodeParts(names.kind).length);
    expect(missingParts(nodeParts(names.kind), sourceTree(copy))).toEqual([]);
  });

  it("has right types: in the kernel, the checks, its test, on the canvas", () => {
    const base: unknown = JSON.parse(readFileSync(join(root, "studio/tsconfig.json"), "utf8"));
    const files = written.filter((path) => /\.tsx?$/.test(path));
    writeFileSync(
      join(copy, "studio/tsconfig.json"),
      JSON.stringify({
        ...(base as object),
        include: [],
        references: [],
        files: files.map((path) => join(copy, path)),
      }),
    );

    expect(files.length).toBeGreaterThan(10);
    expect(run("tsc", "-p", "studio", "--incremental", "false")).toBe("");
  });

  it("is written as everything else is", () => {
    run("oxfmt", ...written);

    expect(run("oxfmt", "--check", ...written)).toContain("All matched files use the correct format");
    expect(run("oxlint", "--deny-warnings", ...written.filter((path) => /\.tsx?$/.test(path)))).toContain(
      "Found 0 warnings and 0 errors",
    );
  });

  it("does what its test says, and the inspector has words for it", () => {
    const ran = run(
      "vitest",
      "run",
      `packages/process/src/nodes/${names.kind}`,
      "packages/process/src/check/structure",
      "studio/src/canvas/inspector/labels.test.ts",
      "studio/src/i18n",
    );

    expect(ran).toContain(`✓ packages/process/src/nodes/${names.kind}/${names.kind}.test.ts`);
    expect(ran).toMatch(/Test Files {2}(\d+) passed \(\1\)/);
  });

  it("is not written twice, nor half when a table has no place for it", () => {
    expect(() => writeNodeKind(copy, names)).toThrow("the kind goodsCheck is there already");
    const wires = join(copy, "packages/process/src/check/structure/wires.ts");
    writeFileSync(wires, readFileSync(wires, "utf8").replace('  timer: [...PLAIN, "error"],', ""));
    expect(() => writeNodeKind(copy, kindNames("other"))).toThrow(/wires\.ts has no line like/);
    expect(missingParts(nodeParts("other"), sourceTree(copy))).toHaveLength(nodeParts("other").length);
  });
});

describe("the name of a kind", () => {
  it.each(["GoodsCheck", "goods-check", "goods_check", "", "x", "delete", "../up"])("is not %j", (kind) => {
    expect(() => kindNames(kind)).toThrow("a kind is named by a word like goodsCheck");
  });

  it("gives its first words", () => {
    expect(kindNames("goodsCheck")).toEqual({ kind: "goodsCheck", en: "Goods check", zh: "goodsCheck 步骤" });
  });
});
