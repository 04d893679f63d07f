import { createContext, type ReactNode, useContext } from "react";
import type { Path } from "../model/setAt.ts";
import type { FieldShape } from "./fieldSchema.ts";

export interface SchemaFieldProps {
  readonly path: Path;
  readonly shape: FieldShape;
  readonly value: unknown;
  readonly required: boolean;
  /** The name of the setting, and of what it lies in, for its label. */
  readonly name: string;
  readonly within?: string;
}

const RendererContext = createContext<((props: SchemaFieldProps) => ReactNode) | null>(null);
export const RendererProvider = RendererContext.Provider;

/** A setting inside a setting: drawn by whatever draws settings here, so that fields may hold fields without knowing how. */
export function NestedField(props: SchemaFieldProps) {
  const render = useContext(RendererContext);
  return render ? render(props) : null;
}
