import type { LocalText, Problem } from "@sluice/problems";
import type { StoryCalendar } from "../definition/story.ts";
import type { Json } from "../kernel/json.ts";

/** A person of the small firm that a simulation plays with. */
export interface SimulatedPerson {
  readonly id: string;
  /** What they are called, or a text per language; without it they are known by their id. */
  readonly name?: string | LocalText;
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
  /** The versions that sub-processes run as; `any`: whatever is asked for is published. */
  readonly processes?: { readonly [process: string]: number } | "any";
  /** The steps whose outer effect was done. */
  readonly effectsDone?: readonly string[];
  /** When people work; without it a working day is a day, so that virtual time is easy to follow. */
  readonly calendar?: StoryCalendar;
}
