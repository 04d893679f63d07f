-- A draft that was run over the closed cases of a period, as it stood then, and what came of it.
CREATE TABLE "what_if" (
    "id" UUID NOT NULL,
    "process_key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,
    "seed" TEXT NOT NULL,
    "assumptions" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "cases" INTEGER,
    "closed" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "summary" JSONB,
    "person_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "what_if_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "what_if_process_key_started_at_idx" ON "what_if"("process_key", "started_at");

-- The cases that would have gone another way, or cannot be compared.
CREATE TABLE "what_if_case" (
    "what_if_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,
    "kinds" TEXT[] NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "what_if_case_pkey" PRIMARY KEY ("what_if_id","place")
);

-- Closed cases of a process by when they ended.
CREATE INDEX "case_closed" ON "case" ("process_key", "ended_at" DESC, "id" DESC) WHERE "status" = 'ended';
