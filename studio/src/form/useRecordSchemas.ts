import type { RecordSchema } from "@sluice/domain";
import { useMemo } from "react";
import { useQueryOf } from "../api/useQueryOf.ts";

/** The record types as data: what every form, list and search is drawn from. Asked once, and again when an admin changes a field. */
export const useRecordSchemas = () => {
  const schemas = useQueryOf("catalog.recordSchemas", undefined, { staleMs: Number.POSITIVE_INFINITY });
  return useMemo(() => {
    const byType = new Map((schemas.data ?? []).map((schema) => [schema.type, schema] as const));
    return {
      isLoading: schemas.isLoading,
      error: schemas.error,
      all: schemas.data ?? [],
      byType: (type: string): RecordSchema | null => byType.get(type) ?? null,
    };
  }, [schemas.data, schemas.isLoading, schemas.error]);
};
