import { type ProcessDefinition, processDefinitionSchema } from "@sluice/process";
import type { Finding } from "./finding.ts";

type ZodIssue = NonNullable<ReturnType<typeof processDefinitionSchema.safeParse>["error"]>["issues"][number];

const missing = { en: "This setting is not filled in", zh: "此项尚未填写" };
const unfit = { en: "This setting does not hold a value that fits", zh: "此项的值不符合要求" };

const tooLong = (most: number | bigint) => ({
  en: `This is longer than ${most} characters`,
  zh: `超过 ${most} 个字符`,
});

const messageOf = (issue: ZodIssue): { readonly en: string; readonly zh: string } => {
  if (issue.code === "too_big" && issue.origin === "string") return tooLong(issue.maximum);
  return issue.code === "too_small" || issue.code === "invalid_type" ? missing : unfit;
};

/** What the schema itself refuses, as findings at the setting: known without asking anyone. */
export const schemaFindings = (definition: ProcessDefinition): Finding[] => {
  const parsed = processDefinitionSchema.safeParse(definition);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue): Finding => {
    const { path } = issue;
    const [collection, index, ...rest] = path.map((key) => (typeof key === "symbol" ? String(key) : key));
    const shared = {
      severity: "error",
      code: "SETTING_INVALID",
      message: messageOf(issue),
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
