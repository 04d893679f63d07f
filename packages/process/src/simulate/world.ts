import type { Problem } from "@sluice/problems";
import type { Json } from "../kernel/json.ts";

/** A person of the small firm that a simulation plays with. */
export interface SimulatedPerson {
  readonly id: string;
  readonly roles: readonly string[];
  readonly post?: string;
  readonly department?: string;
  /** The territories that they cover. */
  readonly territories?: readonly string[];
  readonly managerId?: string;
  readonly active?: boolean;
  /** Who acts for them while they are away. */
  readonly deputyId?: string;
}

/** All that a simulation knows of the world: people, the record by paths, rules of the domain by key, published processes. */
export interface SimulatedWorld {
  readonly people: readonly SimulatedPerson[];
  readonly departmentHeads?: { readonly [department: string]: string };
  readonly record: { readonly [path: string]: Json };
  readonly ownerId?: string;
  readonly rules?: { readonly [rule: string]: readonly Problem[] };
  readonly processes?: { readonly [process: string]: number };
  /** The steps whose outer effect was done. */
  readonly effectsDone?: readonly string[];
}
