import { DEFINITION_FORMAT, type ProcessDefinition, processDefinitionSchema } from "@sluice/process";
import { processes as english } from "../../i18n/en/processes.ts";
import { processes as chinese } from "../../i18n/zh/processes.ts";

export interface NewProcess {
  readonly key: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly kind: "lifeCycle" | "side";
  readonly recordType: string;
}

const words = (key: keyof typeof english.blank) => ({ en: english.blank[key], zh: chinese.blank[key] });

/** The least process that can be published: it begins, rests in one stage, and a person's move ends it. */
export const blankProcess = ({ key, name, kind, recordType }: NewProcess): ProcessDefinition =>
  processDefinitionSchema.parse({
    format: DEFINITION_FORMAT,
    key,
    name,
    kind,
    recordType,
    nodes: [
      {
        id: "start",
        kind: "start",
        name: words(kind === "lifeCycle" ? "created" : "started"),
        trigger: kind === "lifeCycle" ? { on: "recordCreated" } : { on: "manual" },
      },
      {
        id: "open",
        kind: "stage",
        key: "open",
        order: 0,
        name: words("open"),
        moves: [{ id: "finish", name: words("finish"), to: "done", trigger: { by: "person" }, tone: "primary" }],
      },
      { id: "done", kind: "stage", key: "done", order: 1, name: words("done"), final: "done" },
    ],
    edges: [{ id: "begin", from: "start", to: "open", on: { kind: "next" } }],
  });
