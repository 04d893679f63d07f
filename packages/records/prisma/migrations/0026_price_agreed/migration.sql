-- When a special price was agreed for exactly what the quote offers; emptied by the write that makes another offer of it.
ALTER TABLE "quote" ADD COLUMN "price_agreed_at" TIMESTAMPTZ(3);
