-- How the page and the form of a record type are laid out: for everybody (role '') or for one role.
CREATE TABLE "layout" (
    "record_type" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "sections" JSONB NOT NULL,
    "hidden" TEXT[] NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "layout_pkey" PRIMARY KEY ("record_type", "role")
);
