-- Where a case stood before it was taken over, so that it goes back there; why one did not go back; who took them back, and why.
ALTER TABLE "case_migration" ADD COLUMN "undo_reason" TEXT;
ALTER TABLE "case_migration" ADD COLUMN "undo_person_id" UUID;
ALTER TABLE "case_migration" ADD COLUMN "undo_via" TEXT;
ALTER TABLE "case_migration_case" ADD COLUMN "stood" JSONB;
ALTER TABLE "case_migration_case" ADD COLUMN "undo_problems" JSONB;
