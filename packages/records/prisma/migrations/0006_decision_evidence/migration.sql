-- What a verdict came with: ids of files, and what it was signed with.
ALTER TABLE "decision" ADD COLUMN "attachments" TEXT[] NOT NULL DEFAULT '{}', ADD COLUMN "signature" TEXT;
