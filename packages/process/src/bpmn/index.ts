/** BPMN 2.0 files: a definition written as one with its diagram, and read from one, by whatever tool it was drawn. */
export { writeBpmn } from "./write/writeBpmn.ts";
export { readBpmn, type ReadBpmn } from "./read/readBpmn.ts";
export { type Unmapped } from "./read/unmapped.ts";
