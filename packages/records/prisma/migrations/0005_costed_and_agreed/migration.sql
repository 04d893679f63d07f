-- What a cost sheet was costed for, so that nothing else is signed; what of a quote was agreed to, so that nothing else is sent.
CREATE TABLE "costing" (
    "cost_sheet_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "quote_lines" JSONB NOT NULL,
    "costed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "costing_pkey" PRIMARY KEY ("cost_sheet_id"),
    CONSTRAINT "costing_cost_sheet_id_fkey" FOREIGN KEY ("cost_sheet_id") REFERENCES "cost_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "quote_terms" (
    "quote_id" UUID NOT NULL,
    "terms_hash" TEXT NOT NULL,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quote_terms_pkey" PRIMARY KEY ("quote_id"),
    CONSTRAINT "quote_terms_quote_id_fkey" FOREIGN KEY ("quote_id") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
