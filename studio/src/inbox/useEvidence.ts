import type { Json } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordDraft } from "../form/useRecordDraft.ts";
import { uploadFile } from "../imports/uploadFile.ts";

/** A file to be handed in. */
export interface HandedIn {
  readonly id: string;
  readonly name: string;
}

export interface Evidence {
  readonly comment: string;
  readonly files: readonly HandedIn[];
  readonly signature: string;
  readonly isUploading: boolean;
  /** Why the last file was not taken. */
  readonly refusal: string | null;
  readonly say: (text: string) => void;
  readonly sign: (name: string) => void;
  readonly attach: (files: readonly File[]) => Promise<void>;
  readonly detach: (id: string) => void;
  /** What of it goes along with an act. */
  readonly sent: { readonly comment?: string; readonly attachments?: string[]; readonly signature?: string };
}

/** Where it is kept in the draft of a task, beside the fields of its form. */
const places = { comment: "$comment", files: "$files", signature: "$signature" } as const;

/** The names of a task's draft that are no fields of its form. */
export const evidencePlaces: ReadonlySet<string> = new Set(Object.values(places));

const textIn = (value: Json | undefined): string => (typeof value === "string" ? value : "");
const fileIn = (value: Json): readonly HandedIn[] => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  const { id, name } = value as { readonly [key: string]: Json };
  return typeof id === "string" ? [{ id, name: textIn(name) }] : [];
};
const filesIn = (value: Json | undefined): readonly HandedIn[] =>
  Array.isArray(value) ? (value as readonly Json[]).flatMap(fileIn) : [];

/** What a person gives with a decision: words, files, a signature. Kept with what else they typed, over a reload. */
export const useEvidence = (draft: Pick<RecordDraft, "values" | "change">): Evidence => {
  const { t } = useTranslation("inbox");
  const [isUploading, setUploading] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const comment = textIn(draft.values[places.comment]);
  const signature = textIn(draft.values[places.signature]);
  const files = filesIn(draft.values[places.files]);
  const write = (place: string, text: string): void => draft.change(place, text === "" ? null : text);
  const keep = (next: readonly HandedIn[]): void =>
    draft.change(places.files, next.length === 0 ? null : next.map(({ id, name }) => ({ id, name })));

  const attach = async (chosen: readonly File[]): Promise<void> => {
    setUploading(true);
    setRefusal(null);
    const taken: HandedIn[] = [];
    for (const file of chosen) {
      const kept = await uploadFile(file);
      if ("fileId" in kept) taken.push({ id: kept.fileId, name: kept.name });
      else setRefusal(kept.refusal ?? t("attachFailed", { name: file.name }));
    }
    if (taken.length > 0) keep([...files, ...taken]);
    setUploading(false);
  };

  return {
    comment,
    files,
    signature,
    isUploading,
    refusal,
    say: (text) => write(places.comment, text),
    sign: (name) => write(places.signature, name),
    attach,
    detach: (id) => keep(files.filter((file) => file.id !== id)),
    sent: {
      ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
      ...(files.length === 0 ? {} : { attachments: files.map(({ id }) => id) }),
      ...(signature.trim() === "" ? {} : { signature: signature.trim() }),
    },
  };
};
