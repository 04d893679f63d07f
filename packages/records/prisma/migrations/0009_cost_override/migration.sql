-- An override of "cost before quote": who approved it, for exactly which content, by which decision. Evidence: written once.
ALTER TABLE "quote" ADD COLUMN "cost_overridden_at" TIMESTAMPTZ(3), ADD COLUMN "cost_overridden_by_id" UUID;

CREATE TABLE "cost_override" (
    "decision_id" UUID NOT NULL,
    "quote_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "approved_by" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cost_override_pkey" PRIMARY KEY ("decision_id"),
    CONSTRAINT "cost_override_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "cost_override_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "cost_override_quote_id_content_hash_idx" ON "cost_override"("quote_id", "content_hash");

DO $rights$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'sluice_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON "cost_override" FROM sluice_app;
  END IF;
END
$rights$;
