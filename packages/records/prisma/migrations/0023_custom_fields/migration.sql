-- Fields that admins add to record types. What they hold stands in each record's "custom".
CREATE TABLE "field" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "record_type" TEXT NOT NULL,
    "record_table" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "archived" BOOLEAN NOT NULL DEFAULT false,
    "index_state" TEXT NOT NULL DEFAULT 'none',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "field_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "field_record_type_key_key" ON "field"("record_type", "key");
-- The values of unique fields: one row each, so that two records never come to hold the same one.
CREATE TABLE "field_value" (
    "record_type" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "field_value_pkey" PRIMARY KEY ("record_type", "key", "value")
);
CREATE INDEX "field_value_record_id_key_idx" ON "field_value"("record_id", "key");
-- Grows with every change to a field, so that whoever keeps them knows when to read them again.
CREATE TABLE "field_revision" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "field_revision_pkey" PRIMARY KEY ("only"),
    CONSTRAINT "field_revision_only_check" CHECK ("only")
);
INSERT INTO "field_revision" DEFAULT VALUES;
