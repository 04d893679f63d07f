-- Stays in stages beside those at steps: who answers there, and since when the record has been there longer than it should.
ALTER TABLE "stay"
  ADD COLUMN "is_stage" BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN "owners" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "late_at" TIMESTAMPTZ(3);
