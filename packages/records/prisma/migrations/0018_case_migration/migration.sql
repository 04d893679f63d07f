-- Cases that are taken over to another version of their process, many at a time.
CREATE TABLE "case_migration" (
    "id" UUID NOT NULL,
    "process_key" TEXT NOT NULL,
    "from_version" INTEGER NOT NULL,
    "to_version" INTEGER NOT NULL,
    "mapping" JSONB NOT NULL,
    "timers" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "stops_after_trial" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "stopped_by" JSONB,
    "person_id" UUID NOT NULL,
    "via" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "case_migration_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_migration_process_key_started_at_idx" ON "case_migration"("process_key", "started_at");
CREATE INDEX "case_migration_open" ON "case_migration" ("started_at") WHERE "status" IN ('running', 'undoing');

-- What came of each case: it moved, or its verdict; and whether it went back.
CREATE TABLE "case_migration_case" (
    "migration_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "problems" JSONB NOT NULL,
    "seq" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone" TEXT,

    CONSTRAINT "case_migration_case_pkey" PRIMARY KEY ("migration_id","case_id")
);
CREATE INDEX "case_process_key_version_id_idx" ON "case"("process_key", "version", "id");
