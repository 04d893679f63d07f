-- What other systems sent is forgotten by its age, a batch at a time.
CREATE INDEX "heard_at_idx" ON "heard" ("at");
