/** What a step of kind `action` can do. One folder a block; outer ones have their hands in `activities/src/blocks`. */
export type { BlockInput, BlockOutput, BlockSchema, BlockValueType } from "./blockSchema.ts";
export { blocks } from "./blocks.ts";
