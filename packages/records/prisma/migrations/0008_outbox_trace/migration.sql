-- Which trace a directive belongs to (W3C traceparent); null where none is kept.
ALTER TABLE "outbox" ADD COLUMN "trace" TEXT;
