import { useParams } from "@tanstack/react-router";
import { collectionOfSlug, recordTypeOf } from "../api/recordTypes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { FailureState } from "../states/FailureState.tsx";
import { LoadingState } from "../states/LoadingState.tsx";
import { OpenRecord } from "./OpenRecord.tsx";

/** One record at its address. */
export function RecordPage() {
  const { collection: slug, id } = useParams({ from: "/$collection/$id" });
  const collection = collectionOfSlug(slug) ?? "customers";
  const schemas = useRecordSchemas();
  const record = useQueryOf(`${collection}.get`, { id });
  const schema = schemas.byType(recordTypeOf(collection));
  const error = record.error ?? schemas.error;
  // What an earlier visit left may be out of date: input on it would be a conflict with what is about to arrive.
  const isFresh = record.isFetchedAfterMount || !record.isStale;

  if (record.data !== undefined && isFresh && schema !== null)
    return <OpenRecord key={id} collection={collection} schema={schema} record={record.data} />;
  if (error) return <FailureState isPage error={error} onRetry={() => void record.refetch()} />;
  return <LoadingState rows={8} />;
}
