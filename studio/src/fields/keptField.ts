import type { OutputOf } from "../api/surface.ts";

export type KeptField = OutputOf<"fields.list">[number];
