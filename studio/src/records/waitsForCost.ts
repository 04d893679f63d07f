import type { RecordRow, RecordView } from "../api/shapes.ts";

/**
 * Whether a quote is held up because a cost sheet was signed for it that vouches for it no more. In a draft the next steps say
 * so; an override clears it.
 */
export const waitsForCost = (
  quote: Pick<RecordView, "stage" | "fields">,
  sheets: readonly Pick<RecordRow, "fields">[],
): boolean => {
  const isUnderWay = quote.stage?.key === "approval" || quote.stage?.key === "approved";
  return (
    isUnderWay &&
    quote.fields["costCleared"] === false &&
    sheets.some((sheet) => typeof sheet.fields["signedAt"] === "string")
  );
};
