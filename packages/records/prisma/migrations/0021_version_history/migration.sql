-- Which published version a draft was made from: what it is merged with when another is published meanwhile.
ALTER TABLE "process_draft" ADD COLUMN "base_version" INTEGER NOT NULL DEFAULT 0;
UPDATE "process_draft" SET "base_version" = COALESCE(
    (SELECT "published_version" FROM "process" WHERE "key" = "process_draft"."process_key"), 0);

-- Why a version was published.
ALTER TABLE "process_version" ADD COLUMN "note" TEXT;

-- Who put an earlier version back in force, and why.
CREATE TABLE "process_rollback" (
    "id" UUID NOT NULL,
    "process_key" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "process_rollback_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "process_rollback_process_key_at_idx" ON "process_rollback"("process_key", "at");
