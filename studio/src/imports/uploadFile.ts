/** A file as the server keeps it until it is imported. */
export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

interface Refused {
  readonly message?: string;
  readonly title?: string;
}

/** Sends a file once; answers where it is kept, or the sentence why it was refused (null when there was none). */
export const uploadFile = async (file: File): Promise<UploadedFile | { readonly refusal: string | null }> => {
  const form = new FormData();
  form.append("file", file, file.name);
  try {
    const answer = await fetch("/files", { method: "POST", body: form, credentials: "same-origin" });
    if (answer.ok) return (await answer.json()) as UploadedFile;
    const body = (await answer.json().catch(() => ({}))) as Refused;
    return { refusal: body.message ?? body.title ?? null };
  } catch {
    return { refusal: null };
  }
};
