import { type ProcessDefinition, processDefinitionSchema } from "@sluice/process";
import type { Finding } from "./finding.ts";

const missing = { en: "This setting is not filled in", zh: "此项尚未填写" };
const unfit = { en: "This setting does not hold a value that fits", zh: "此项的值不符合要求" };

/** What the schema itself refuses, as findings at the setting: known without asking anyone. */
export const schemaFindings = (definition: ProcessDefinition): Finding[] => {
  const parsed = processDefinitionSchema.safeParse(definition);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, code }): Finding => {
    const [collection, index, ...rest] = path.map((key) => (typeof key === "symbol" ? String(key) : key));
    const shared = {
      severity: "error",
      code: "SETTING_INVALID",
      message: code === "too_small" || code === "invalid_type" ? missing : unfit,
    } as const;
    if (collection === "nodes" && typeof index === "number") {
      const node = definition.nodes[index];
      const move =
        node?.kind === "stage" && rest[0] === "moves" && typeof rest[1] === "number" ? node.moves[rest[1]] : undefined;
      return { ...shared, node: node?.id, ...(move ? { move: move.id, path: rest.slice(2) } : { path: rest }) };
    }
    if (collection === "edges" && typeof index === "number")
      return { ...shared, edge: definition.edges[index]?.id, path: rest };
    return { ...shared, path: path.map((key) => (typeof key === "symbol" ? String(key) : key)) };
  });
};
