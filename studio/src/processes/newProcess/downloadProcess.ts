import type { ProcessDefinition } from "@sluice/process";

/** Hands a definition to the person as a JSON file that `readProcessFile` reads back. */
export const downloadProcess = (definition: ProcessDefinition): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(definition, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${definition.key}.json`;
  link.click();
  URL.revokeObjectURL(url);
};
