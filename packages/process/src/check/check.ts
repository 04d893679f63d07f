import type { CheckWorld } from "./checkWorld.ts";
import type { Finding } from "./finding.ts";
import type { Graph } from "./graph.ts";

/** One check: what it finds in a whole graph. Pure, bounded, never throws. */
export type Check = (graph: Graph, world: CheckWorld) => readonly Finding[];
