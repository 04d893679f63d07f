-- What an admin does to many cases at once, with one reason.
CREATE TABLE "bulk_act" (
    "id" UUID NOT NULL,
    "process_key" TEXT NOT NULL,
    "target" JSONB NOT NULL,
    "act" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "via" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bulk_act_process_key_started_at_idx" ON "bulk_act"("process_key", "started_at");
CREATE INDEX "bulk_act_open" ON "bulk_act" ("started_at") WHERE "status" = 'running';

-- The cases that it is done to, chosen when it was begun, and what came of each; without a result it is still to be done.
CREATE TABLE "bulk_act_case" (
    "bulk_act_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "parts" JSONB,
    "result" TEXT,
    "problems" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_act_case_pkey" PRIMARY KEY ("bulk_act_id","case_id")
);
CREATE INDEX "bulk_act_case_left" ON "bulk_act_case" ("bulk_act_id", "case_id") WHERE "result" IS NULL;
