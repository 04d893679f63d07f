-- The epochs that restores have ended, so that their runs in Temporal can be ended too.
ALTER TABLE "install" ADD COLUMN "past_epochs" TEXT[] NOT NULL DEFAULT '{}';
