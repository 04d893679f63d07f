// Who may import whom (architecture, section 2). What is not listed is forbidden.
//   may:   packages of ours    types: packages of ours, for their types only    npm: packages of others, tests aside
//   tests: packages of ours that only its tests import
const table = {
  "packages/problems": { may: [], npm: [] },
  "packages/contracts": { may: [], npm: [] },
  "packages/config": { may: [], npm: ["zod"] },
  "packages/telemetry": { may: ["config"] },
  "packages/domain": { may: ["problems"], npm: ["@noble/hashes", "decimal.js", "zod"] },
  "packages/process": {
    may: ["domain", "problems"],
    types: ["contracts"],
    npm: ["@marcbachmann/cel-js", "bpmn-moddle", "decimal.js", "leven", "zod"],
  },
  "packages/templates": { may: ["process"], tests: ["domain", "problems"] },
  "packages/records": { may: ["process", "domain", "problems", "contracts", "telemetry", "config"] },
  "packages/relay": { may: ["records", "contracts", "telemetry", "config"] },
  "packages/embedded": { may: ["config", "telemetry"] },
  workflows: { may: ["contracts"], npm: ["@temporalio/workflow"] },
  activities: { may: ["records", "relay", "process", "domain", "contracts", "problems", "telemetry", "config"] },
  server: {
    may: ["records", "relay", "templates", "process", "domain", "contracts", "problems", "telemetry", "config"],
  },
  studio: { may: ["process", "domain", "problems", "contracts"], types: ["templates", "server"] },
};

const apps = ["workflows", "activities", "server", "studio"];
const folderOf = (name) => (apps.includes(name) ? name : `packages/${name}`);
const ours = "^(packages/[^/]+|workflows|activities|server|studio|scripts|test|bench)/";
// What draws random cases for the kernel's properties counts as a test: "only-tests-draw-cases" keeps it so.
const drawing = "^packages/process/src/simulate/random/";
const tests = `[.](test|spec)[.]tsx?$|${drawing}`;
const within = (folders) => `^(${folders.join("|")})/`;
const escaped = (name) => name.replaceAll(/[.]/g, "[.]");

const rules = Object.entries(table).flatMap(([folder, { may, types = [], npm, tests: forTests = [] }]) => {
  const known = [folder, ...may.map(folderOf), ...types.map(folderOf)];
  const name = folder.replace("packages/", "");
  return [
    {
      name: `${name}-imports`,
      comment: `${name} may import ${[...may, ...types.map((type) => `${type} (types)`)].join(", ") || "nothing of ours"}`,
      severity: "error",
      from: { path: `^${folder}/`, ...(forTests.length === 0 ? {} : { pathNot: tests }) },
      to: { path: ours, pathNot: within(known) },
    },
    ...(forTests.length === 0
      ? []
      : [
          {
            name: `${name}-tests-import`,
            comment: `tests of ${name} may also import ${forTests.join(", ")}`,
            severity: "error",
            from: { path: `^${folder}/.*(${tests})` },
            to: { path: ours, pathNot: within([...known, ...forTests.map(folderOf)]) },
          },
        ]),
    ...(types.length === 0
      ? []
      : [
          {
            name: `${name}-types-only`,
            comment: `${name} may import only types from ${types.join(", ")}`,
            severity: "error",
            from: { path: `^${folder}/`, pathNot: tests },
            to: { path: within(types.map(folderOf)), dependencyTypesNot: ["type-only"] },
          },
        ]),
    ...(npm === undefined
      ? []
      : [
          {
            name: `${name}-npm`,
            comment: `${name} may use ${npm.join(", ") || "nothing"} from npm`,
            severity: "error",
            from: { path: `^${folder}/src/`, pathNot: tests },
            to: {
              path: "node_modules/",
              pathNot: npm.length === 0 ? "^$" : `node_modules/(${npm.map(escaped).join("|")})/`,
            },
          },
        ]),
  ];
});

module.exports = {
  forbidden: [
    ...rules,
    {
      name: "no-node-in-pure-code",
      comment: "workflows, process and domain run where there is no Node, and must decide the same everywhere",
      severity: "error",
      from: { path: "^(workflows|packages/(process|domain|problems|contracts))/src/", pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    { name: "only-tests-draw-cases", severity: "error", from: { pathNot: tests }, to: { path: drawing } },
    {
      name: "nothing-imports-the-tools",
      severity: "error",
      from: { pathNot: "^(scripts|test|bench)/" },
      to: { path: "^(scripts|test|bench)/" },
    },
    {
      name: "through-the-front-door",
      comment: "a package of ours is imported by its name, never by a path into it",
      severity: "error",
      from: { path: "^((?:packages/[^/]+)|workflows|activities|server|studio)/" },
      to: {
        path: "^((?:packages/[^/]+)|workflows|activities|server|studio)/",
        pathNot: "^$1/",
        dependencyTypes: ["local"],
      },
    },
    {
      name: "no-circles",
      comment: "not even of types: what two files need of each other belongs under both",
      severity: "error",
      from: { pathNot: "/generated/" },
      to: { circular: true },
    },
    { name: "no-unknown", severity: "error", from: { pathNot: "[.]d[.]ts$" }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "[.]types/|/dist/|test/replay/histories" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};
