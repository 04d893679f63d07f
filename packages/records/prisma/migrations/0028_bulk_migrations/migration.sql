-- Cases are taken over to another version by a migration only, which knows what each step has become. What was begun otherwise and
-- is not done ends.
UPDATE "bulk_act" SET "status" = 'cancelled', "leased_until" = NULL, "ended_at" = now()
WHERE "act" ->> 'do' = 'migrate' AND "status" = 'running';
