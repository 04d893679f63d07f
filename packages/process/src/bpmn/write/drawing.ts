import type { Roots } from "../nodeBpmn.ts";
import type { XmlNode } from "../xmlNode.ts";

/** An element of the file that has a shape. `of` is the stage it lies in, or null at the top. */
export interface Shape {
  readonly id: string;
  element: string;
  readonly name: string;
  readonly of: string | null;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside?: readonly XmlNode[];
  readonly note?: string | undefined;
  /** What it is here; null for what only BPMN needs, which a reader passes over. */
  readonly settings: object | null;
  /** The shape whose border it stands on. */
  readonly on?: string;
  /** Where it is drawn in its stage. */
  readonly at?: { readonly x: number; readonly y: number } | undefined;
  /** Beside which shape it belongs, when that one is drawn by hand. */
  readonly beside?: { readonly id: string; readonly side: "before" | "after" };
}

export interface Flow {
  readonly id: string;
  from: string;
  to: string;
  readonly of: string | null;
  readonly name?: string | undefined;
  readonly condition?: string | undefined;
  readonly isDefault?: boolean | undefined;
  readonly settings: object | null;
}

/** What is drawn so far, in the order of the file. */
export interface Drawing {
  readonly shapes: Map<string, Shape>;
  readonly flows: Flow[];
  readonly roots: Roots & { readonly all: () => readonly XmlNode[] };
}

export const put = (drawing: Drawing, shape: Shape): string => {
  drawing.shapes.set(shape.id, shape);
  return shape.id;
};
