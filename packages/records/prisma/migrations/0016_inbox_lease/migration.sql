-- Who delivers to a case holds its rows by a lease; a lane takes them in the order in which they are due.
ALTER TABLE "case_inbox" ADD COLUMN "leased_until" TIMESTAMPTZ(3);
DROP INDEX "case_inbox_lane_not_before_idx";
CREATE INDEX "case_inbox_lane_not_before_id_idx" ON "case_inbox"("lane", "not_before", "id");
