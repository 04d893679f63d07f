/** What goes in and out of the product: processes as BPMN and JSON, decision tables as DMN, and the picture of a process. */
export { writeBpmn } from "../bpmn/write/writeBpmn.ts";
export type { Unmapped } from "../bpmn/read/unmapped.ts";
export { definitionText } from "./definitionText.ts";
export { readFile, type ReadFile } from "./readFile.ts";
export { readDmn, type ReadDmn } from "./dmn/readDmn.ts";
export { writeDmn, type NamedTable } from "./dmn/writeDmn.ts";
export { pictureOf } from "./picture/pictureOf.ts";
