import type { NodeBehaviour } from "../../kernel/behaviour.ts";

/** A join keeps what arrives; `fireJoins` lets it go once nothing more can arrive, or enough has. */
export const join: NodeBehaviour<"join"> = { enter: () => undefined };
