-- Where this database lives, so that one that was copied or moved is noticed before its cases are carried twice.
ALTER TABLE "install" ADD COLUMN "home" TEXT;
