-- A change that more cases watch than one transaction tells: whom it goes on with.
CREATE TABLE "fan_out" (
    "id" BIGSERIAL NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "after_case_id" UUID NOT NULL,
    "lane" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fan_out_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "fan_out_lane_id_idx" ON "fan_out"("lane", "id");
