import { z } from "zod";

/** The id of a node, edge or move: stable for its whole life, unique in its definition. */
export const elementIdSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, "elementId");

/** A key that people and other processes refer to: camelCase, stable. */
export const keySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/, "key");

/** What an input of a block is called: its own name, or the field that it sets, a custom one (`c_…`) included. */
export const inputNameSchema = z.string().regex(/^(c_)?[a-z][A-Za-z0-9]{0,59}$/, "key");
