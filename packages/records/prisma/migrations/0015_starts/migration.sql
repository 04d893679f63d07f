-- Starts that come from outside and by the clock.

-- What other systems have told the firm, by their own ids: each is taken once.
CREATE TABLE "heard" (
    "source" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "heard_pkey" PRIMARY KEY ("source","id")
);

-- Which message a case waits for: a message that names no case finds its readers here.
CREATE TABLE "case_await" (
    "case_id" UUID NOT NULL,
    "wait_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "key" TEXT,

    CONSTRAINT "case_await_pkey" PRIMARY KEY ("case_id","wait_id")
);
CREATE INDEX "case_await_message_key_idx" ON "case_await"("message", "key");
INSERT INTO "case_await" ("case_id", "wait_id", "message", "key")
  SELECT c."id", w ->> 'id', w ->> 'message', w ->> 'key'
  FROM "case" AS c CROSS JOIN LATERAL jsonb_array_elements(c."state" -> 'waits') AS w
  WHERE c."status" <> 'ended' AND w ->> 'kind' = 'message';

-- Which schedules Temporal holds for this install, and since when each is wanted: they are made anew from here.
CREATE TABLE "schedule" (
    "process_key" TEXT NOT NULL,
    "cron" TEXT,
    "zone" TEXT,
    "epoch" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leased_until" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("process_key")
);

-- A schedule that has fired: after which record its starts go on.
CREATE TABLE "schedule_firing" (
    "process_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,
    "after_id" UUID,
    "started" INTEGER NOT NULL DEFAULT 0,
    "fired_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_firing_pkey" PRIMARY KEY ("process_key","at")
);
CREATE INDEX "schedule_firing_open" ON "schedule_firing" ("at") WHERE "ended_at" IS NULL;
