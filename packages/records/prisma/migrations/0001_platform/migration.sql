-- CreateTable
CREATE TABLE "auth_user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" UUID NOT NULL,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_apikey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "config_id" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT,
    "start" TEXT,
    "reference_id" TEXT NOT NULL,
    "prefix" TEXT,
    "key" TEXT NOT NULL,
    "refill_interval" INTEGER,
    "refill_amount" INTEGER,
    "last_refill_at" TIMESTAMPTZ(3),
    "enabled" BOOLEAN DEFAULT true,
    "rate_limit_enabled" BOOLEAN DEFAULT true,
    "rate_limit_time_window" INTEGER DEFAULT 86400000,
    "rate_limit_max" INTEGER DEFAULT 10,
    "request_count" INTEGER DEFAULT 0,
    "remaining" INTEGER,
    "last_request" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "permissions" TEXT,
    "metadata" TEXT,

    CONSTRAINT "auth_apikey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "install" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "epoch" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "install_pkey" PRIMARY KEY ("only")
);

-- CreateTable
CREATE TABLE "department" (
    "id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "parent_id" UUID,
    "head_id" UUID,
    "path" UUID[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "post" TEXT,
    "department_id" UUID NOT NULL,
    "manager_id" UUID,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT NOT NULL DEFAULT 'en',
    "absent_from" TIMESTAMPTZ(3),
    "absent_until" TIMESTAMPTZ(3),
    "deputy_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,

    CONSTRAINT "role_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "calendar" (
    "id" UUID NOT NULL,
    "department_id" UUID,
    "settings" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "key" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "department_id" UUID,
    "published_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "process_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "process_version" (
    "process_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,

    CONSTRAINT "process_version_pkey" PRIMARY KEY ("process_key","version")
);

-- CreateTable
CREATE TABLE "process_draft" (
    "process_key" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "rev" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "process_draft_pkey" PRIMARY KEY ("process_key")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "process_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "plan_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "parent_case_id" UUID,
    "parent_key" TEXT,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "seq" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "stage_key" TEXT,
    "stage_name" JSONB,
    "state" JSONB NOT NULL,
    "alarm_at" TIMESTAMPTZ(3),
    "armed_at" TIMESTAMPTZ(3),
    "lane" TEXT NOT NULL DEFAULT 'people',
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "initiator_id" UUID,
    "watches" INTEGER NOT NULL DEFAULT 0,
    "trigger_version" INTEGER,
    "chain" INTEGER NOT NULL DEFAULT 0,
    "swept" INTEGER NOT NULL DEFAULT 0,
    "swept_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "event" JSONB NOT NULL,
    "used" JSONB NOT NULL,
    "command_id" UUID,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("case_id","seq")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "people" UUID[],
    "assignee_id" UUID,
    "stands_for" JSONB NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "round" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "outcomes" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_seq" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "close_reason" TEXT,
    "outcome" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_candidate" (
    "task_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "stands_for" UUID,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "task_candidate_pkey" PRIMARY KEY ("task_id","person_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "task_key" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "on_behalf_of" UUID,
    "comment" TEXT,
    "round" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "process_key" TEXT NOT NULL,
    "process_version" INTEGER NOT NULL,
    "record_version" INTEGER,
    "record" JSONB,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stay" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "process_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,
    "seq" INTEGER NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_lock" (
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "except" TEXT[],

    CONSTRAINT "record_lock_pkey" PRIMARY KEY ("record_type","record_id","case_id")
);

-- CreateTable
CREATE TABLE "case_created" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "case_created_pkey" PRIMARY KEY ("case_id","key")
);

-- CreateTable
CREATE TABLE "effect" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "on_unknown" TEXT NOT NULL,
    "undoes" TEXT,
    "wanted_at" TIMESTAMPTZ(3) NOT NULL,
    "begun_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "output" JSONB,
    "error" TEXT,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("case_id","key")
);

-- CreateTable
CREATE TABLE "incident" (
    "case_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "node" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("case_id","key")
);

-- CreateTable
CREATE TABLE "case_inbox" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "happening" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "lane" TEXT NOT NULL DEFAULT 'people',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_watch" (
    "record_type" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "fact_key" TEXT NOT NULL,

    CONSTRAINT "case_watch_pkey" PRIMARY KEY ("record_type","record_id","case_id","fact_key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "lane" TEXT NOT NULL DEFAULT 'people',
    "leased_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "person_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_pkey" PRIMARY KEY ("person_id","id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" JSONB NOT NULL,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "record_type" TEXT,
    "record_id" UUID,
    "case_id" UUID,
    "seq" INTEGER,
    "command_id" UUID,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "number_series" (
    "prefix" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("prefix","year")
);

-- CreateTable
CREATE TABLE "pick_turn" (
    "pool" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "turns" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "pick_turn_pkey" PRIMARY KEY ("pool","person_id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "record_type" TEXT,
    "record_id" UUID,
    "case_id" UUID,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "case_id" UUID,
    "to" TEXT[],
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attachments" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID,
    "record_type" TEXT,
    "record_id" UUID,
    "node" TEXT,
    "subject" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE INDEX "auth_apikey_config_id_idx" ON "auth_apikey"("config_id");

-- CreateIndex
CREATE INDEX "auth_apikey_reference_id_idx" ON "auth_apikey"("reference_id");

-- CreateIndex
CREATE INDEX "auth_apikey_key_idx" ON "auth_apikey"("key");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- CreateIndex
CREATE INDEX "department_parent_id_idx" ON "department"("parent_id");

-- CreateIndex
CREATE INDEX "department_path_idx" ON "department" USING GIN ("path");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_department_id_idx" ON "person"("department_id");

-- CreateIndex
CREATE INDEX "person_manager_id_idx" ON "person"("manager_id");

-- CreateIndex
CREATE INDEX "person_roles_idx" ON "person" USING GIN ("roles");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_of_department" ON "calendar"("department_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "process_version_hash_idx" ON "process_version"("hash");

-- CreateIndex
CREATE INDEX "case_record_type_record_id_idx" ON "case"("record_type", "record_id");

-- CreateIndex
CREATE INDEX "case_process_key_status_stage_key_idx" ON "case"("process_key", "status", "stage_key");

-- CreateIndex
CREATE UNIQUE INDEX "task_case_id_key_key" ON "task"("case_id", "key");

-- CreateIndex
CREATE INDEX "decision_case_id_idx" ON "decision"("case_id");

-- CreateIndex
CREATE INDEX "stay_case_id_idx" ON "stay"("case_id");

-- CreateIndex
CREATE INDEX "milestone_record_type_record_id_key_idx" ON "milestone"("record_type", "record_id", "key");

-- CreateIndex
CREATE INDEX "case_inbox_case_id_id_idx" ON "case_inbox"("case_id", "id");

-- CreateIndex
CREATE INDEX "case_inbox_lane_not_before_idx" ON "case_inbox"("lane", "not_before");

-- CreateIndex
CREATE INDEX "case_watch_case_id_idx" ON "case_watch"("case_id");

-- CreateIndex
CREATE INDEX "outbox_lane_leased_until_id_idx" ON "outbox"("lane", "leased_until", "id");

-- CreateIndex
CREATE INDEX "command_at_idx" ON "command"("at");

-- CreateIndex
CREATE INDEX "audit_record_type_record_id_at_idx" ON "audit"("record_type", "record_id", "at");

-- CreateIndex
CREATE INDEX "audit_case_id_at_idx" ON "audit"("case_id", "at");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE INDEX "attachment_record_type_record_id_idx" ON "attachment"("record_type", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_outbox_message_id_key" ON "mail_outbox"("message_id");

-- CreateIndex
CREATE INDEX "mail_outbox_at_idx" ON "mail_outbox"("at");

-- CreateIndex
CREATE INDEX "notice_person_id_at_idx" ON "notice"("person_id", "at");

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say stands below: checks, partial indexes, and what the app's role may do.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Checks ---------------------------------------------------------------------

ALTER TABLE "install" ADD CONSTRAINT "install_only_one" CHECK ("only");
ALTER TABLE "person"
  ADD CONSTRAINT "person_language" CHECK ("language" IN ('en', 'zh')),
  ADD CONSTRAINT "person_absence" CHECK ("absent_until" IS NULL OR "absent_from" IS NOT NULL),
  ADD CONSTRAINT "person_not_own_deputy" CHECK ("deputy_id" IS DISTINCT FROM "id"),
  ADD CONSTRAINT "person_not_own_manager" CHECK ("manager_id" IS DISTINCT FROM "id");
ALTER TABLE "process"
  ADD CONSTRAINT "process_kind" CHECK ("kind" IN ('lifeCycle', 'side'));
ALTER TABLE "process_version"
  ADD CONSTRAINT "process_version_positive" CHECK ("version" >= 1);
ALTER TABLE "case"
  ADD CONSTRAINT "case_status" CHECK ("status" IN ('running', 'suspended', 'ended')),
  ADD CONSTRAINT "case_kind" CHECK ("kind" IN ('lifeCycle', 'side')),
  ADD CONSTRAINT "case_lane" CHECK ("lane" IN ('people', 'bulk')),
  ADD CONSTRAINT "case_chain" CHECK ("chain" BETWEEN 0 AND 16),
  ADD CONSTRAINT "case_depth" CHECK ("depth" BETWEEN 0 AND 8),
  ADD CONSTRAINT "case_ended" CHECK (("status" = 'ended') = ("ended_at" IS NOT NULL)),
  ADD CONSTRAINT "case_ended_rests" CHECK ("status" <> 'ended' OR "alarm_at" IS NULL);
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_seq" CHECK ("seq" >= 1);
ALTER TABLE "task"
  ADD CONSTRAINT "task_kind" CHECK ("kind" IN ('task', 'approval', 'copy', 'consult', 'revise')),
  ADD CONSTRAINT "task_status" CHECK ("status" IN ('open', 'done', 'closed')),
  ADD CONSTRAINT "task_closed" CHECK (("status" = 'open') = ("closed_at" IS NULL));
ALTER TABLE "effect"
  ADD CONSTRAINT "effect_status" CHECK ("status" IN ('wanted', 'begun', 'done', 'failed', 'unwanted', 'happenedAnyway', 'asking')),
  ADD CONSTRAINT "effect_on_unknown" CHECK ("on_unknown" IN ('repeat', 'ask'));
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_next" CHECK ("next" >= 1);

-- Uniqueness that holds only for some rows -------------------------------------

-- One published life cycle of a record type in a department (or in the whole firm).
CREATE UNIQUE INDEX "process_one_life_cycle" ON "process" ("record_type", "department_id") NULLS NOT DISTINCT
  WHERE "kind" = 'lifeCycle' AND "published_version" IS NOT NULL;
-- One life-cycle case of a record, for ever.
CREATE UNIQUE INDEX "case_one_life_cycle" ON "case" ("record_type", "record_id") WHERE "kind" = 'lifeCycle';
-- A parent's step opens each of its children once.
CREATE UNIQUE INDEX "case_child" ON "case" ("parent_case_id", "parent_key") WHERE "parent_case_id" IS NOT NULL;
-- A change of a record starts a process once.
CREATE UNIQUE INDEX "case_triggered" ON "case" ("process_key", "record_id", "trigger_version") WHERE "trigger_version" IS NOT NULL;
-- A token stands in one place.
CREATE UNIQUE INDEX "stay_open" ON "stay" ("case_id", "token") WHERE "left_at" IS NULL;

-- Indexes of the hot queries ----------------------------------------------------

CREATE INDEX "task_inbox" ON "task" ("assignee_id", "due_at", "id") WHERE "status" = 'open';
CREATE INDEX "task_candidate_open" ON "task_candidate" ("person_id", "task_id") WHERE "open";
CREATE INDEX "task_late" ON "task" ("due_at") WHERE "status" = 'open' AND "due_at" IS NOT NULL;
CREATE INDEX "stay_live" ON "stay" ("process_key", "node", "entered_at") WHERE "left_at" IS NULL;
CREATE INDEX "stay_left" ON "stay" ("process_key", "node", "left_at") WHERE "left_at" IS NOT NULL;
CREATE INDEX "case_alarm" ON "case" ("alarm_at") WHERE "alarm_at" IS NOT NULL;
CREATE INDEX "effect_open" ON "effect" ("wanted_at") WHERE "status" IN ('wanted', 'begun');
CREATE INDEX "incident_open" ON "incident" ("raised_at") WHERE "cleared_at" IS NULL;
CREATE INDEX "notice_unread" ON "notice" ("person_id", "at") WHERE "read_at" IS NULL;

-- Rights of the app's role ------------------------------------------------------

DO $rights$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_app') THEN
    GRANT USAGE ON SCHEMA public TO sluice_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sluice_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO sluice_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO sluice_app;
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO sluice_app;
    -- What happened is never rewritten.
    REVOKE UPDATE, DELETE, TRUNCATE ON "case_event", "decision", "audit", "process_version", "milestone" FROM sluice_app;
    IF to_regclass('_prisma_migrations') IS NOT NULL THEN
      REVOKE ALL ON "_prisma_migrations" FROM sluice_app;
    END IF;
  END IF;
END
$rights$;
