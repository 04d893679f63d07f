import { type ExpressionScope, scopeAt } from "@sluice/process";
import { useDeferredValue, useMemo } from "react";
import type { Path } from "../../model/setAt.ts";
import { useCatalogue } from "../../sayings/catalogue.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { usePlace } from "../fieldContext.ts";

/** What an expression in a setting may speak of: the fields and the variables that are known where it stands. */
export const useExpressionScope = (path: Path, isCondition: boolean): ExpressionScope => {
  const { schemas } = useCatalogue();
  const definition = useDeferredValue(useCanvas((state) => state.definition));
  const { element, setting } = usePlace(path);
  return useMemo(
    () => scopeAt(definition, { element, setting, isCondition }, schemas),
    [definition, element, setting, isCondition, schemas],
  );
};
