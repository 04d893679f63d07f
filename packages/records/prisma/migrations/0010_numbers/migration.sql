-- Every record has a human number: those made before are numbered in the order they were made. These numbers may have gaps,
-- so they come from sequences and nobody waits for another's commit.

CREATE SEQUENCE "customer_number";
ALTER TABLE "customer" ADD COLUMN "number" TEXT;
WITH "numbered" AS (
  SELECT "id", 'CU-' || extract(year FROM "created_at" AT TIME ZONE 'UTC') || '-' || lpad((row_number() OVER (ORDER BY "created_at", "id"))::text, 6, '0') AS "number"
  FROM "customer"
)
UPDATE "customer" SET "number" = "numbered"."number",
  "tokens" = "tokens" || (
    SELECT array_agg(DISTINCT left("word", "letters"))
    FROM unnest(string_to_array(lower("numbered"."number"), '-')) AS "word", generate_series(1, length("word")) AS "letters"
  )
FROM "numbered" WHERE "numbered"."id" = "customer"."id";
SELECT setval('"customer_number"', (SELECT count(*) FROM "customer") + 1, false);
ALTER TABLE "customer" ALTER COLUMN "number" SET NOT NULL;
CREATE UNIQUE INDEX "customer_number_key" ON "customer"("number");
CREATE INDEX "customer_number_id_idx" ON "customer"("number", "id");
CREATE INDEX "customer_owner_id_number_id_idx" ON "customer"("owner_id", "number", "id");

CREATE SEQUENCE "contact_number";
ALTER TABLE "contact" ADD COLUMN "number" TEXT;
WITH "numbered" AS (
  SELECT "id", 'CT-' || extract(year FROM "created_at" AT TIME ZONE 'UTC') || '-' || lpad((row_number() OVER (ORDER BY "created_at", "id"))::text, 6, '0') AS "number"
  FROM "contact"
)
UPDATE "contact" SET "number" = "numbered"."number",
  "tokens" = "tokens" || (
    SELECT array_agg(DISTINCT left("word", "letters"))
    FROM unnest(string_to_array(lower("numbered"."number"), '-')) AS "word", generate_series(1, length("word")) AS "letters"
  )
FROM "numbered" WHERE "numbered"."id" = "contact"."id";
SELECT setval('"contact_number"', (SELECT count(*) FROM "contact") + 1, false);
ALTER TABLE "contact" ALTER COLUMN "number" SET NOT NULL;
CREATE UNIQUE INDEX "contact_number_key" ON "contact"("number");
CREATE INDEX "contact_number_id_idx" ON "contact"("number", "id");
CREATE INDEX "contact_owner_id_number_id_idx" ON "contact"("owner_id", "number", "id");

CREATE SEQUENCE "product_number";
ALTER TABLE "product" ADD COLUMN "number" TEXT;
WITH "numbered" AS (
  SELECT "id", 'P-' || extract(year FROM "created_at" AT TIME ZONE 'UTC') || '-' || lpad((row_number() OVER (ORDER BY "created_at", "id"))::text, 6, '0') AS "number"
  FROM "product"
)
UPDATE "product" SET "number" = "numbered"."number",
  "tokens" = "tokens" || (
    SELECT array_agg(DISTINCT left("word", "letters"))
    FROM unnest(string_to_array(lower("numbered"."number"), '-')) AS "word", generate_series(1, length("word")) AS "letters"
  )
FROM "numbered" WHERE "numbered"."id" = "product"."id";
SELECT setval('"product_number"', (SELECT count(*) FROM "product") + 1, false);
ALTER TABLE "product" ALTER COLUMN "number" SET NOT NULL;
CREATE UNIQUE INDEX "product_number_key" ON "product"("number");
CREATE INDEX "product_number_id_idx" ON "product"("number", "id");
CREATE INDEX "product_owner_id_number_id_idx" ON "product"("owner_id", "number", "id");

CREATE SEQUENCE "price_book_number";
ALTER TABLE "price_book" ADD COLUMN "number" TEXT;
WITH "numbered" AS (
  SELECT "id", 'PB-' || extract(year FROM "created_at" AT TIME ZONE 'UTC') || '-' || lpad((row_number() OVER (ORDER BY "created_at", "id"))::text, 6, '0') AS "number"
  FROM "price_book"
)
UPDATE "price_book" SET "number" = "numbered"."number",
  "tokens" = "tokens" || (
    SELECT array_agg(DISTINCT left("word", "letters"))
    FROM unnest(string_to_array(lower("numbered"."number"), '-')) AS "word", generate_series(1, length("word")) AS "letters"
  )
FROM "numbered" WHERE "numbered"."id" = "price_book"."id";
SELECT setval('"price_book_number"', (SELECT count(*) FROM "price_book") + 1, false);
ALTER TABLE "price_book" ALTER COLUMN "number" SET NOT NULL;
CREATE UNIQUE INDEX "price_book_number_key" ON "price_book"("number");
CREATE INDEX "price_book_number_id_idx" ON "price_book"("number", "id");
CREATE INDEX "price_book_owner_id_number_id_idx" ON "price_book"("owner_id", "number", "id");
